/** The verdict and the words for it: what blocks, what is only shown, nothing found and nothing understood. */
import { describe, expect, it } from 'vitest';
import { buildAnalysis, buildResult, buildRule, RANGE } from '../../test/builders/build-analysis.ts';
import type { ReportedProblem } from '../model/report.ts';
import { compareAnalyses } from './compare-analyses.ts';
import { decideVerdict } from './decide-verdict.ts';

const settings = { mode: 'enforce', failOn: 'high', failOnRegression: 'medium' } as const;
const four = { understood: new Map(['a.tf', 'b.tf', 'c.tf', 'd.tf'].map((path) => [path, 'terraform'])) };
const nothing = { understood: new Map<string, string>() };
const base = { changes: [], problems: [], settings, befores: [four], after: four, changed: new Set(['a.tf']) };
const problem: ReportedProblem = {
  code: 'syntax-error',
  effect: 'not-evaluated',
  message: 'a block is not closed',
  location: { path: 'a.tf', range: RANGE },
  side: 'after',
  inputChanged: true,
  blocks: true,
};
const { changes } = compareAnalyses({
  befores: [],
  after: buildAnalysis({ results: [buildResult()] }),
  renames: [],
  rules: new Map([['aws-test-rule', buildRule()]]),
  settings,
  waivers: [],
});

describe('decideVerdict', () => {
  it('tells nothing found from nothing understood', () => {
    expect(decideVerdict(base)).toMatchObject({
      conclusion: 'success',
      reason: 'no change to the attack surface (4 files read)',
    });
    expect(decideVerdict({ ...base, befores: [nothing], after: nothing }).reason).toBe(
      'nothing in scope: no infrastructure file was found',
    );
    expect(decideVerdict({ ...base, changed: new Set(['README.md']) }).reason).toContain(
      'no infrastructure file changed',
    );
  });

  it('does not speak of changes where there is one tree only', () => {
    const scan = { ...base, befores: [] };
    expect(decideVerdict(scan).reason).toBe('no finding (4 files read)');
    const shown = changes.map((change) => ({ ...change, blocks: false }));
    expect(decideVerdict({ ...scan, changes: shown }).reason).toBe('nothing blocks: 1 to look at (4 files read)');
  });

  it('fails with the first blocker named', () => {
    expect(decideVerdict({ ...base, changes })).toMatchObject({
      conclusion: 'failure',
      blocking: 1,
      reason: '1 blocking: orders is not encrypted',
    });
  });

  it('fails on a changed input that was not evaluated', () => {
    expect(decideVerdict({ ...base, problems: [problem] })).toMatchObject({
      conclusion: 'failure',
      notEvaluated: 1,
      reason: '1 changed input not evaluated: a block is not closed in a.tf:1',
    });
    const sentence = { ...problem, message: 'A block is not closed.' };
    expect(decideVerdict({ ...base, problems: [sentence, problem] })).toMatchObject({
      notEvaluated: 2,
      reason: '1 changed input not evaluated: A block is not closed in a.tf:1',
    });
  });

  it('has no green sentence for what nobody looked into', () => {
    const unseen: ReportedProblem = { ...problem, code: 'module-not-available', effect: 'note', blocks: false };
    expect(decideVerdict({ ...base, problems: [unseen] })).toMatchObject({
      conclusion: 'success',
      reason:
        'no change to the attack surface in what could be evaluated (4 files read, 1 changed part from outside the tree not evaluated)',
    });
  });

  it('is neutral only in monitor mode, and says what it would have been', () => {
    const monitor = { ...settings, mode: 'monitor' } as const;
    expect(decideVerdict({ ...base, changes, settings: monitor })).toMatchObject({
      conclusion: 'neutral',
      wouldBe: 'failure',
    });
  });
});
