/** A finding of several environments is shown once, with the name of each. */
import { describe, expect, it } from 'vitest';
import { buildAnalysis, buildResult, buildRule } from '../../test/builders/build-analysis.ts';
import { compareAnalyses } from '../gate/compare-analyses.ts';
import type { ShownChange } from './group-changes.ts';
import { mergeEnvironments } from './merge-environments.ts';

function shown(...environments: readonly string[]): readonly ShownChange[] {
  const { changes } = compareAnalyses({
    befores: [],
    after: buildAnalysis({ results: environments.map((environment) => buildResult({ environment })) }),
    renames: [],
    rules: new Map([['aws-test-rule', buildRule()]]),
    settings: { mode: 'enforce', failOn: 'high', failOnRegression: 'medium' },
    waivers: [],
  });
  return changes.flatMap((change) =>
    change.after ? [{ change, finding: change.after, fingerprints: [change.after.fingerprint] }] : [],
  );
}

const environmentsOf = (...environments: readonly string[]) =>
  mergeEnvironments(shown(...environments)).map(({ finding }) => finding.environment);

describe('mergeEnvironments', () => {
  it('shows a finding of several environments once, with their names', () => {
    expect(environmentsOf('prod', 'default', 'staging')).toEqual(['default, prod, staging']);
  });

  it('stands for the findings of each of them', () => {
    const [merged] = mergeEnvironments(shown('prod', 'staging'));
    expect(new Set(merged?.fingerprints).size).toBe(2);
  });

  it('keeps two findings of one environment apart', () => {
    expect(environmentsOf('default', 'default')).toEqual(['default', 'default']);
  });
});
