/** Which problems fail a change: those of inputs it touched, budgets among them. */
import { describe, expect, it } from 'vitest';
import { buildAnalysis, buildResult, RANGE } from '../../test/builders/build-analysis.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Problem } from '../model/problem.ts';
import type { EntryMode } from '../model/tree.ts';
import { judgeProblems } from './judge-problems.ts';

const broken: Problem = {
  code: 'syntax-error',
  effect: 'not-evaluated',
  message: 'a block is not closed',
  location: { path: 'infra/main.tf', range: RANGE },
  unit: 'infra',
};

function head(problem: Problem, mode: EntryMode | 'unlisted' = 'file', read = 'infra/main.tf'): Analysis {
  const base = buildAnalysis({ results: [buildResult()], problems: [problem] });
  const path = problem.location?.path ?? '';
  return {
    ...base,
    entries: mode === 'unlisted' ? [] : [{ path, mode, blob: '1', size: 1 }],
    units: base.units.map((unit) => ({ ...unit, reads: [{ type: 'missing', path: read }] })),
  };
}

function blocks(
  after: Analysis,
  changed: readonly string[],
  befores: readonly Analysis[] = [buildAnalysis()],
): boolean {
  const [judged] = judgeProblems({ befores, after, changed: new Set(changed), ofHead: [], ofPolicy: [] });
  return judged?.blocks ?? false;
}

describe('judgeProblems', () => {
  it('charges a problem to the author only when its file changed', () => {
    expect(blocks(head(broken), ['infra/main.tf'])).toBe(true);
    expect(blocks(head(broken), ['infra/other.tf'])).toBe(false);
    expect(blocks(head({ ...broken, effect: 'note' }), ['infra/main.tf'])).toBe(false);
  });

  it('charges an exceeded budget to whoever touches the unit', () => {
    const budget: Problem = { ...broken, code: 'budget-exceeded' };
    expect(blocks(head(budget, 'file', 'infra/values.tfvars'), ['infra/values.tfvars'])).toBe(true);
    expect(blocks(head(budget, 'file', 'infra/values.tfvars'), ['README.md'])).toBe(false);
  });

  it('looks through a link at what it leads to', () => {
    expect(blocks(head(broken, 'link', 'modules/x.tf'), ['modules/x.tf'])).toBe(true);
    expect(blocks(head(broken, 'link', 'modules/x.tf'), ['modules/y.tf'])).toBe(false);
  });

  it('counts a file that nobody could list as changed, unless it was so before', () => {
    const unreadable: Problem = { ...broken, code: 'unreadable-file' };
    expect(blocks(head(unreadable, 'unlisted'), [])).toBe(true);
    expect(blocks(head(unreadable, 'unlisted'), [], [head(unreadable, 'unlisted')])).toBe(false);
  });

  it('fails on a policy nobody can read', () => {
    const policy: Problem = { code: 'policy-invalid', effect: 'not-evaluated', message: 'broken' };
    const input = { befores: [], after: buildAnalysis(), changed: new Set<string>(), ofHead: [] };
    expect(judgeProblems({ ...input, ofPolicy: [policy] })).toMatchObject([{ side: 'policy', blocks: true }]);
  });
});
