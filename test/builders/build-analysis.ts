/** Small analyses for tests of the gate: only what a test names differs from a plain default. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../src/documents/canonical-json.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { RuleDescription } from '../../src/model/rule.ts';
import type { Fact, RuleResult } from '../../src/model/rule-result.ts';
import type { EvaluatedUnit } from '../../src/model/unit.ts';

export const RANGE = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 } as const;

export function buildRule(overrides: Partial<RuleDescription> = {}): RuleDescription {
  return {
    id: 'aws-test-rule',
    title: 'Test rule',
    severity: 'high',
    lifecycle: 'stable',
    controls: ['C-TEST'],
    aliases: [],
    trigger: 'state',
    kinds: ['AWS::SQS::Queue'],
    blocks: 'by-severity',
    message: '{name} is gone',
    ...overrides,
  };
}

export function buildResource(overrides: Partial<Resource> = {}): Resource {
  const address = overrides.address ?? 'aws_sqs_queue.orders';
  return {
    kind: 'AWS::SQS::Queue',
    address,
    name: address,
    format: 'terraform',
    sourceType: 'aws_sqs_queue',
    unit: 'infra',
    environment: 'default',
    presence: 'yes',
    properties: new Map(),
    location: { path: 'infra/main.tf', range: RANGE },
    calledFrom: [],
    movedFrom: [],
    foldedFrom: [],
    ...overrides,
  };
}

export function buildResult(overrides: Partial<RuleResult> & { facts?: { [key: string]: Fact } } = {}): RuleResult {
  const { facts = { Encrypted: false }, ...rest } = overrides;
  return {
    ruleId: 'aws-test-rule',
    outcome: 'fail',
    unit: 'infra',
    environment: 'default',
    address: 'aws_sqs_queue.orders',
    discriminator: '',
    location: { path: 'infra/main.tf', range: RANGE },
    evidence: { facts, hash: createHash('sha256').update(canonicalJson(facts)).digest('hex') },
    assumptions: [],
    openReasons: [],
    message: 'orders is not encrypted',
    ...rest,
  };
}

/** Units and resources are made up for every place a result names. */
export function buildAnalysis(overrides: Partial<Analysis> = {}): Analysis {
  const results = overrides.results ?? [];
  const resources =
    overrides.resources ??
    results.map(({ unit, environment, address }) => buildResource({ unit, environment, address }));
  const unitPaths = new Set([...resources, ...results].map(({ unit }) => unit));
  return {
    snapshot: 'test',
    entries: [],
    understood: new Map(),
    units: [...unitPaths].map(buildUnit),
    resources,
    results,
    watched: [],
    problems: [],
    receipt: {
      entries: 0,
      ignored: 0,
      filesRead: {},
      units: unitPaths.size,
      resources: resources.length,
      resourcesByKind: {},
      unmappedTypes: {},
      unresolvedByReason: {},
      problemsByCode: {},
      ruleOutcomes: { fail: 0, pass: 0, open: 0, notApplicable: 0 },
    },
    ...overrides,
  };
}

function buildUnit(path: string): EvaluatedUnit {
  return {
    format: 'terraform',
    path,
    environment: 'default',
    resources: [],
    problems: [],
    externalInputs: [],
    assumptions: [],
    unmapped: new Map(),
    reads: [],
    steps: 0,
  };
}
