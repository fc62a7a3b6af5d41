/** The SARIF log: what each finding becomes, what GitHub takes, and that the schema of SARIF 2.1.0 accepts all of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleChange, exampleFinding, exampleReport } from '../../../test/reports/example-report.ts';
import { runDirectories, testPack } from '../../../test/run-directories.ts';
import type { FindingChange } from '../../model/change.ts';
import type { Report } from '../../model/report.ts';
import { lookUpRuleFacts } from '../../rule-engine/look-up-rule-facts.ts';
import type { SarifLog, SarifResult } from './sarif-log.ts';
import type { SarifOptions } from './sarif-options.ts';
import { sarifReport } from './sarif-report.ts';

const root = join(import.meta.dirname, '../../..');
const schemaFile = join(root, '../shared/schemas/sarif-schema-2.1.0.json');
const validate = existsSync(schemaFile) ? compileSchema() : undefined;
if (validate === undefined) process.stdout.write('skipped: ../shared/schemas/sarif-schema-2.1.0.json is not here\n');

/** The schema is draft 4, of which it uses nothing that draft 7 reads differently but the name of its id. */
function compileSchema(): ValidateFunction {
  const { $schema, id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
  expect([$schema, id]).toEqual([expect.stringContaining('draft-04'), expect.stringContaining('sarif-schema-2.1.0')]);
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

const OPTIONS: SarifOptions = {
  rule: lookUpRuleFacts(testPack().rules),
  audience: 'file',
  maxResults: 25_000,
  category: 'threatdiff',
};

function logOf(report: Report, options: Partial<SarifOptions> = {}): SarifLog {
  const log = JSON.parse(sarifReport([{ report, options: { ...OPTIONS, ...options } }])) as SarifLog;
  if (validate !== undefined) expect([validate(log), validate.errors]).toEqual([true, null]);
  return log;
}

function runOf(report: Report, options: Partial<SarifOptions> = {}): SarifLog['runs'][number] {
  const [run] = logOf(report, options).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

function resultOf(change: FindingChange): SarifResult {
  const [result] = runOf({ ...exampleReport, changes: [change] }).results;
  if (result === undefined) throw new Error('no result');
  return result;
}

describe('a result', () => {
  it('says rule, kind, level, state, place and identity', () => {
    expect(resultOf(exampleChange)).toMatchObject({
      ruleId: 'aws-sqs-queue-not-encrypted',
      ruleIndex: 0,
      kind: 'fail',
      level: 'error',
      baselineState: 'new',
      message: { text: 'orders keeps messages unencrypted at rest' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'infra/orders/queue.tf', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 29, endLine: 3, endColumn: 34 },
          },
          logicalLocations: [{ name: 'orders', fullyQualifiedName: 'infra/orders/aws_sqs_queue.orders' }],
        },
      ],
      partialFingerprints: { 'threatdiff/v1': exampleFinding.fingerprint },
      properties: { blocks: true, decision: 'blocks-severity', side: 'after' },
    });
  });

  it('is open where nothing was decided, without a level, and says what is not known', () => {
    const openReasons = [{ reason: 'external-data' as const, subject: 'data.x.y' }];
    const after = { ...exampleFinding, outcome: 'open' as const, openReasons };
    const { kind, level, message } = resultOf({ ...exampleChange, after });
    expect([kind, level]).toEqual(['open', 'none']);
    expect(message.text).toContain('Not decided, because not known: data.x.y (external-data).');
  });

  it('is suppressed where it is waived, with who and until when', () => {
    const waiver = {
      rule: exampleFinding.ruleId,
      unit: 'u',
      address: 'a',
      reason: 'messages are encrypted by the sender',
      owner: '@acme/security',
      expires: '2027-01-31',
      evidence: 'x',
      line: 3,
      file: '.github/threatdiff-waivers.yml',
    };
    const { suppressions, kind } = resultOf({ ...exampleChange, blocks: false, decision: 'waived', waiver });
    expect(kind).toBe('fail');
    expect(suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'messages are encrypted by the sender (@acme/security, until 2027-01-31)',
      },
    ]);
  });

  it('points at the tree before where it is fixed', () => {
    const fixed = exampleReport.changes.filter(({ decision }) => decision === 'fixed');
    const [result] = runOf({ ...exampleReport, changes: fixed }).results;
    expect(result).toMatchObject({ baselineState: 'absent', properties: { side: 'before' } });
  });

  it('carries a mechanical fix as replacements of whole lines', () => {
    const patch = {
      path: 'infra/orders/queue.tf',
      edits: [
        { startLine: 3, endLine: 4, lines: ['  a = 1', '  b = 2'] },
        { startLine: 9, endLine: 9, lines: [] },
      ],
    };
    expect(resultOf({ ...exampleChange, patch }).fixes?.[0]?.artifactChanges).toEqual([
      {
        artifactLocation: { uri: 'infra/orders/queue.tf', uriBaseId: '%SRCROOT%' },
        replacements: [
          {
            deletedRegion: { startLine: 3, startColumn: 1, endLine: 4 },
            insertedContent: { text: '  a = 1\n  b = 2' },
          },
          { deletedRegion: { startLine: 9, startColumn: 1, endLine: 10, endColumn: 1 } },
        ],
      },
    ]);
  });

  it('is text and nothing else, whatever is named', () => {
    const message = 'see [here](https://evil.example) {0} \u202e back\\slash';
    const { text } = resultOf({ ...exampleChange, after: { ...exampleFinding, message } }).message;
    expect(text).toBe('see \\[here\\](https://evil.example) {{0}} \\\\u{202e} back\\\\slash');
  });
});

describe('a run', () => {
  it('describes its rules as GitHub asks', () => {
    const { driver } = runOf({ ...exampleReport, changes: [exampleChange] }).tool;
    expect(driver).toMatchObject({ name: 'Threatdiff', version: '0.1.0', semanticVersion: '0.1.0' });
    expect(driver.rules).toHaveLength(1);
    expect(driver.rules[0]).toMatchObject({
      id: 'aws-sqs-queue-not-encrypted',
      name: 'AwsSqsQueueNotEncrypted',
      shortDescription: { text: 'Queue stores messages unencrypted' },
      defaultConfiguration: { level: 'error' },
      properties: {
        tags: ['security', 'external/cwe/cwe-311'],
        precision: 'high',
        'security-severity': '8.0',
        'problem.severity': 'error',
      },
      relationships: [{ target: { id: 'CWE-311', index: 0, toolComponent: { name: 'CWE', index: 0 } } }],
    });
    expect(driver.rules[0]?.help?.markdown).toContain('## Fix (terraform)');
    expect(existsSync(join(root, driver.rules[0]?.helpUri?.replace(/^.*\/main\//, '') ?? ''))).toBe(true);
  });

  it('names a rule it does not know by its finding', () => {
    const after = { ...exampleFinding, ruleId: 'gone-rule' };
    const { driver } = runOf({ ...exampleReport, changes: [{ ...exampleChange, after }] }).tool;
    expect(driver.rules).toMatchObject([{ id: 'gone-rule', shortDescription: { text: exampleFinding.title } }]);
  });

  it('tells what was not evaluated, where, and as an error where it blocks', () => {
    const [problem] = exampleReport.problems;
    if (problem === undefined) throw new Error('no problem');
    const policy = { ...problem, side: 'policy' as const, code: 'policy-invalid' as const };
    const { invocations, tool } = runOf({
      ...exampleReport,
      problems: [problem, { ...problem, blocks: true, message: 'b' }, policy],
    });
    expect(tool.driver.notifications?.map(({ id }) => id)).toEqual(['policy-invalid', 'syntax-error']);
    expect(invocations[0]).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [
        { level: 'error', descriptor: { id: 'syntax-error', index: 1 }, message: { text: 'b. Close it with }' } },
        { level: 'warning', locations: [{ physicalLocation: { region: { startLine: 12, startColumn: 3 } } }] },
      ],
      toolConfigurationNotifications: [{ descriptor: { id: 'policy-invalid' } }],
    });
  });

  it('is no success without a verdict', () => {
    const verdict = { conclusion: 'failure', reason: 'crash', noVerdict: true } as const;
    const { invocations, properties } = runOf({ ...exampleReport, verdict });
    expect(invocations[0]?.executionSuccessful).toBe(false);
    expect(properties['verdict']).toEqual({ conclusion: 'no verdict', reason: 'crash' });
  });

  it('says which repository it is about, where the door knows', () => {
    const repository = { uri: 'https://github.com/acme/shop', branch: 'main' };
    expect(runOf(exampleReport, { repository }).versionControlProvenance).toMatchObject([
      { repositoryUri: 'https://github.com/acme/shop', revisionId: exampleReport.after, branch: 'main' },
    ]);
  });
});

describe('several roots', () => {
  it('are a run each, resolvable from their base', () => {
    const subjects = ['infra', 'two words'].map((folder) => ({
      report: exampleReport,
      options: { ...OPTIONS, category: `threatdiff/${folder}`, base: { uri: 'file:///home/me/shop/', folder } },
    }));
    const { runs } = JSON.parse(sarifReport(subjects)) as SarifLog;
    expect(runs.map(({ automationDetails }) => automationDetails.id)).toEqual([
      'threatdiff/infra/',
      'threatdiff/two%20words/',
    ]);
    const { artifactLocation } = runs[1]?.results[0]?.locations[0]?.physicalLocation ?? {};
    const base = runs[1]?.originalUriBaseIds[artifactLocation?.uriBaseId ?? '']?.uri;
    expect(new URL(artifactLocation?.uri ?? '', base).href).toBe(
      'file:///home/me/shop/two%20words/infra/orders/queue.tf',
    );
  });

  it('say where GitHub would not take all of them', () => {
    const subjects = Array.from({ length: 21 }, () => ({ report: exampleReport, options: OPTIONS }));
    const { runs } = JSON.parse(sarifReport(subjects)) as SarifLog;
    expect(runs).toHaveLength(21);
    expect(runs[0]?.invocations[0]?.toolExecutionNotifications[0]?.message.text).toContain('has 21 runs');
  });
});

describe('limits', () => {
  const many = Array.from({ length: 50 }, (_, index): FindingChange => {
    const after = { ...exampleFinding, severity: index % 2 === 0 ? ('low' as const) : ('high' as const) };
    return { ...exampleChange, after, blocks: index >= 48, baselineState: index < 10 ? 'unchanged' : 'new' };
  });

  it('keep what blocks and what is severe, and say what is cut', () => {
    const { results, invocations } = runOf({ ...exampleReport, changes: many }, { maxResults: 4 });
    expect(results.map(({ properties }) => [properties['blocks'], properties['severity']])).toEqual([
      [true, 'high'],
      [true, 'low'],
      [false, 'high'],
      [false, 'high'],
    ]);
    expect(invocations[0]?.toolExecutionNotifications[0]?.message.text).toContain('Only 4 of 50 findings');
  });

  it('leave out what code scanning is to close, and say so', () => {
    const { results, invocations } = runOf(exampleReport, { audience: 'code-scanning' });
    expect(results.map(({ baselineState }) => baselineState)).toEqual(['new', 'updated']);
    expect(invocations[0]?.toolExecutionNotifications[0]?.message.text).toMatch(/^1 findings are fixed/);
  });
});

describe('the schema of SARIF 2.1.0', () => {
  it.runIf(validate !== undefined)('accepts the sample pull request', async () => {
    const folder = (side: string): string => join(root, 'test/golden/shop', side);
    const { report } = await runDirectories({ before: folder('base'), after: folder('head') });
    const run = runOf(report);
    expect(run.results).toHaveLength(report.changes.length);
    expect(run.tool.driver.rules.every(({ help }) => help !== undefined)).toBe(true);
  });

  it.runIf(validate !== undefined)('accepts hostile names, and their places are the paths they were', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('__proto__', '\ud800', '../..', 'a:b', '%00'),
    );
    const check = (text: string, path: string): void => {
      const anchor = { ...exampleFinding.anchor, path };
      const after = { ...exampleFinding, name: text, address: text, message: text, unit: text, kind: text, anchor };
      const changes = [{ ...exampleChange, after }];
      const problems = exampleReport.problems.map((problem) => ({ ...problem, message: text }));
      const [result] = runOf({ ...exampleReport, changes, problems, after: text }).results;
      const uri = result?.locations[0]?.physicalLocation?.artifactLocation.uri ?? '';
      expect(decodeURIComponent(uri)).toBe(path === '' ? '.' : path.toWellFormed());
    };
    fc.assert(fc.property(name, name, check), { seed: 7, numRuns: 60 });
  });
});
