/**
 * Which problems fail the check by themselves: those that leave a changed input unjudged, or that deployers may read
 * differently. A problem on an unchanged input is shown, never charged to this author.
 */
import type { Analysis } from '../model/analysis.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportedProblem } from '../model/report.ts';

export interface ProblemInput {
  readonly befores: readonly Analysis[];
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
export function judgeProblems(input: ProblemInput): readonly ReportedProblem[] {
  const isChanged = changeTest(input);
  return [
    ...[...input.after.problems, ...input.ofHead].map((problem): ReportedProblem => {
      const inputChanged = isChanged(problem);
      return { ...problem, side: 'after', inputChanged, blocks: inputChanged && problem.effect !== 'note' };
    }),
    ...input.ofPolicy.map((problem): ReportedProblem => {
      return { ...problem, side: 'policy', inputChanged: false, blocks: problem.effect !== 'note' };
    }),
  ];
}

/** Whether the input behind a problem of the head is part of the change. In doubt it is. */
function changeTest({ befores, after, changed }: ProblemInput): (problem: Problem) => boolean {
  const entries = new Map(after.entries.map((entry) => [entry.path, entry]));
  const knownBefore = new Set(befores.flatMap((before) => before.problems.map(placeOf)));
  const touchedUnits = new Set(
    after.units.filter((unit) => unit.reads.some((read) => changed.has(read.path))).map((unit) => unit.path),
  );
  // What a filter makes of a file changes with the filter.
  const attributesChanged = [...changed].some((path) => path === '.gitattributes' || path.endsWith('/.gitattributes'));
  return (problem) => {
    const { unit, location } = problem;
    if (unit !== undefined && touchedUnits.has(unit) && concernsWholeUnit(problem)) return true;
    if (location === undefined) {
      if (unit !== undefined) return touchedUnits.has(unit) || changed.has(unit);
      return concernsWholeChange(problem) && changed.size > 0;
    }
    if (changed.has(location.path)) return true;
    if (problem.code === 'content-filter' && attributesChanged) return true;
    const entry = entries.get(location.path);
    // A file nobody could list or read has no content to compare.
    if (entry === undefined) return !knownBefore.has(placeOf(problem));
    // A link is the same while what it leads to changes; the unit's reads know.
    return entry.mode === 'link' && (unit === undefined ? changed.size > 0 : touchedUnits.has(unit));
  };
}

function placeOf({ code, location }: Problem): string {
  return `${code}\0${location?.path ?? ''}`;
}

/** What has neither a place nor a unit, and still comes from the tree. */
function concernsWholeChange({ code }: Problem): boolean {
  return code === 'budget-exceeded' || code === 'plan-mismatch';
}

/** Budgets and crashes concern the whole unit; everything else has a file of its own. */
function concernsWholeUnit({ code }: Problem): boolean {
  return code === 'budget-exceeded' || code === 'crash' || code === 'rule-error';
}
