/**
 * Which problems fail the check by themselves: those that leave a changed input unjudged, or that deployers may read
 * differently. A problem on an unchanged input is shown, never charged to this author.
 */
import type { Analysis } from '../model/analysis.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportedProblem } from '../model/report.ts';

export interface ProblemInput {
  readonly after: Analysis;
  /** Paths whose content, mode or place differs from any before. */
  readonly changed: ReadonlySet<string>;
  /** Further problems of the head: found by the gate, or in policy files that the head changes. */
  readonly ofHead: readonly Problem[];
  /** Of the policy and waivers in force; they fail the check by themselves unless they are notes. */
  readonly ofPolicy: readonly Problem[];
}

/**
 * Every problem with its judgement. Those of the before side have no twin here: what could not be read there was
 * repaired, or is said again for the head.
 */
export function judgeProblems({ after, changed, ofHead, ofPolicy }: ProblemInput): readonly ReportedProblem[] {
  const unitChanged = new Map<string, boolean>();
  for (const unit of after.units) {
    const touched = unit.reads.some((read) => changed.has(read.path));
    unitChanged.set(unit.path, touched || (unitChanged.get(unit.path) ?? false));
  }
  const judge = (problem: Problem): ReportedProblem => {
    const inputChanged = isInputChanged(problem, changed, unitChanged);
    return { ...problem, side: 'after', inputChanged, blocks: inputChanged && problem.effect !== 'note' };
  };
  return [
    ...[...after.problems, ...ofHead].map(judge),
    ...ofPolicy.map((problem): ReportedProblem => {
      return { ...problem, side: 'policy', inputChanged: false, blocks: problem.effect !== 'note' };
    }),
  ];
}

/** Budgets and crashes concern the whole unit; everything else has a file of its own. */
function isInputChanged(
  problem: Problem,
  changed: ReadonlySet<string>,
  unitChanged: ReadonlyMap<string, boolean>,
): boolean {
  const wholeUnit = problem.code === 'budget-exceeded' || problem.code === 'crash' || problem.code === 'rule-error';
  if (wholeUnit && problem.unit !== undefined && unitChanged.get(problem.unit) === true) return true;
  if (problem.location !== undefined) return changed.has(problem.location.path);
  if (problem.unit !== undefined) return unitChanged.get(problem.unit) ?? changed.has(problem.unit);
  return problem.code === 'budget-exceeded' && changed.size > 0;
}
