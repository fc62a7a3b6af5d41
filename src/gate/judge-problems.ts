/**
 * Which problems fail the check by themselves: those that leave a changed input unjudged, or that deployers may read
 * differently. A problem on an unchanged input is shown, never charged to this author.
 */
import type { Analysis } from '../model/analysis.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportedProblem } from '../model/report.ts';

/**
 * @param changed paths of the head whose content, mode or place differs from every before
 * @returns problems of the head; those of the before side that have no twin in the head are left out, because what
 * could not be read there was repaired here
 */
export function judgeProblems(after: Analysis, changed: ReadonlySet<string>): readonly ReportedProblem[] {
  const unitChanged = new Map<string, boolean>();
  for (const unit of after.units) {
    const touched = unit.reads.some((read) => changed.has(read.path));
    unitChanged.set(unit.path, touched || (unitChanged.get(unit.path) ?? false));
  }
  return after.problems.map((problem) => {
    const inputChanged = isInputChanged(problem, changed, unitChanged);
    return { ...problem, side: 'after', inputChanged, blocks: inputChanged && problem.effect !== 'note' };
  });
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
