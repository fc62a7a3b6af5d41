/**
 * The report in the order people read it: what blocks, what to look at, what was fixed, what was not evaluated.
 * Groups and counts only; decides nothing that the gate has not decided.
 */
import type { FindingChange } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import type { Report, ReportedProblem } from '../model/report.ts';
import { mergeEnvironments } from './merge-environments.ts';
import { describeProblem } from './describe-problem.ts';

/** A change with the finding to show: the one after, or, for a fixed one, the one before. */
export interface ShownChange {
  readonly change: FindingChange;
  readonly finding: Finding;
  /** Fingerprints of every finding it stands for: one for each environment it holds in. At least one. */
  readonly fingerprints: readonly string[];
}

export interface GroupedChanges {
  readonly blocking: readonly ShownChange[];
  readonly toLookAt: readonly ShownChange[];
  readonly fixed: readonly ShownChange[];
  readonly waived: readonly ShownChange[];
  readonly unchanged: readonly ShownChange[];
  /** Problems that fail the check by themselves; each says what to do about it. */
  readonly blockingProblems: readonly ReportedProblem[];
  /** The other things that were not evaluated, or may be read in two ways. */
  readonly openProblems: readonly ReportedProblem[];
  readonly notes: readonly ReportedProblem[];
}

/** Every change and problem of the report in exactly one group, in the order of the report. */
export function groupChanges(report: Report): GroupedChanges {
  const shown = mergeEnvironments(report.changes.flatMap(showChange));
  const of = (group: Group): readonly ShownChange[] => shown.filter(({ change }) => groupOf(change) === group);
  // Notes on what an author did not touch are counted in the receipt, not listed: they would bury the change.
  const own = report.problems.filter((problem) => problem.inputChanged || problem.side === 'policy');
  return {
    blocking: of('blocking'),
    toLookAt: of('to-look-at'),
    fixed: of('fixed'),
    waived: of('waived'),
    unchanged: of('unchanged'),
    blockingProblems: report.problems.filter((problem) => problem.blocks).map(withHint),
    openProblems: report.problems.filter((problem) => !problem.blocks && problem.effect !== 'note'),
    notes: own.filter((problem) => !problem.blocks && problem.effect === 'note'),
  };
}

type Group = 'blocking' | 'to-look-at' | 'fixed' | 'waived' | 'unchanged';

function groupOf(change: FindingChange): Group {
  if (change.blocks) return 'blocking';
  if (change.decision === 'waived') return 'waived';
  if (change.baselineState === 'absent') return 'fixed';
  return change.baselineState === 'unchanged' ? 'unchanged' : 'to-look-at';
}

/** A problem of the run with its code's own advice where nobody gave a better one. */
function withHint(problem: ReportedProblem): ReportedProblem {
  return { ...problem, hint: problem.hint ?? describeProblem(problem.code).action };
}

function showChange(change: FindingChange): readonly ShownChange[] {
  const finding = change.after ?? change.before;
  return finding === undefined ? [] : [{ change, finding, fingerprints: [finding.fingerprint] }];
}
