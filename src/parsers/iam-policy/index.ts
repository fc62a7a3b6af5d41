/**
 * IAM policies in JSON files of their own: one unit per file, one `IAM::PolicyDocument` per document in it. Knows no
 * rule, and not where a policy is attached.
 */
import type { EvaluatedUnit, Unit } from '../../model/unit.ts';
import type { EvaluationContext, ParserManifest } from '../parser-manifest.ts';
import { evaluatePolicyFile } from './evaluate-policy-file.ts';
import { recognizePolicy } from './recognize-policy.ts';

function claims(path: string): 'maybe' | 'no' {
  const name = path.toLowerCase();
  if (name.endsWith('.tf.json') || name.endsWith('.tofu.json')) return 'no';
  return name.endsWith('.json') ? 'maybe' : 'no';
}

function evaluateUnit(unit: Unit, context: EvaluationContext): EvaluatedUnit {
  const { path } = unit;
  const base = { format: 'iam-policy', path, environment: context.environment } as const;
  const none = { externalInputs: [], assumptions: [], unmapped: new Map<string, number>() };
  const read = context.reader.read(path);
  if (read.status !== 'text') {
    const reads = read.status === 'missing' ? [{ type: 'missing' as const, path }] : [];
    return { ...base, ...none, resources: [], problems: [], reads, steps: 0 };
  }
  const evaluated = evaluatePolicyFile(path, read.text, context.environment, context.limits);
  return {
    ...base,
    ...none,
    ...evaluated,
    reads: [{ type: 'file', path, mode: read.entry.mode, blob: read.entry.blob }],
  };
}

export const iamPolicyParser: ParserManifest = {
  format: 'iam-policy',
  title: 'IAM policy',
  claims,
  recognizes: recognizePolicy,
  discoverUnits: (paths) => paths.map((path) => ({ format: 'iam-policy', path, files: [path] })),
  evaluateUnit,
};
