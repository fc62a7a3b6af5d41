/** One line for a problem that a file has many times: a list of equal sentences hides the one that is different. */
import type { ReportedProblem } from '../model/report.ts';

export interface MergedProblem {
  /** The first of them. */
  readonly problem: ReportedProblem;
  /** Lines of the others, ascending. */
  readonly alsoAt: readonly number[];
}

/** Problems that say the same of the same file are merged, in the order of the first of each. */
export function mergeRepeated(problems: readonly ReportedProblem[]): readonly MergedProblem[] {
  const merged = new Map<string, { readonly problem: ReportedProblem; readonly alsoAt: number[] }>();
  for (const problem of problems) {
    const { code, side, message, hint, location } = problem;
    const key = JSON.stringify([code, side, message, hint ?? '', location?.path ?? '']);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { problem, alsoAt: [] });
    else if (location !== undefined) known.alsoAt.push(location.range.startLine);
  }
  return [...merged.values()];
}
