/** Every code has sentences a reader can act on, and a problem that fails the check never stands without one. */
import { describe, expect, it } from 'vitest';
import { exampleReport } from '../../test/reports/example-report.ts';
import { describeProblem, PROBLEM_CODES } from './describe-problem.ts';
import { groupChanges } from './group-changes.ts';
import { problemCodeSchema } from './json/problem-schema.ts';

describe('describeProblem', () => {
  it('knows exactly the codes a report may hold', () => {
    expect([...PROBLEM_CODES].sort()).toEqual([...problemCodeSchema.options].sort());
  });

  it.each(PROBLEM_CODES)('%s: one sentence of meaning, and what to do', (code) => {
    const { meaning, action } = describeProblem(code);
    expect(meaning).toMatch(/^[A-Z].{20,}\.$/);
    expect(action).toMatch(/^[A-Z].{10,}\.$/);
    expect(`${meaning}${action}`).not.toContain('|');
  });
});

describe('groupChanges', () => {
  const [problem] = exampleReport.problems;
  if (problem === undefined) throw new Error('the example has a problem');
  const { hint: _, ...bare } = { ...problem, blocks: true, effect: 'not-evaluated' as const };

  it('says what to do about a problem that fails the check, in its own words where it has any', () => {
    const report = { ...exampleReport, problems: [bare, { ...bare, hint: 'Close the mapping.' }] };
    const hints = groupChanges(report).blockingProblems.map(({ hint }) => hint);
    expect(hints).toEqual([describeProblem(bare.code).action, 'Close the mapping.']);
  });

  it('leaves what decides nothing as short as it is', () => {
    const report = { ...exampleReport, problems: [{ ...bare, blocks: false }] };
    expect(groupChanges(report).openProblems[0]?.hint).toBeUndefined();
  });
});
