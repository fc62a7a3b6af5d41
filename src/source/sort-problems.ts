/** Problems in one order on every machine: by path, position, code and message. Drops exact repetitions. */
import type { Problem } from '../model/problem.ts';
import { comparePaths } from './compare-paths.ts';

/** A sorted copy without repetitions. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted(compareProblems);
  return sorted.filter((problem, index) => {
    const previous = sorted[index - 1];
    return previous === undefined || compareProblems(previous, problem) !== 0;
  });
}

function compareProblems(left: Problem, right: Problem): number {
  return (
    comparePaths(left.location?.path ?? '', right.location?.path ?? '') ||
    (left.location?.range.startLine ?? 0) - (right.location?.range.startLine ?? 0) ||
    (left.location?.range.startColumn ?? 0) - (right.location?.range.startColumn ?? 0) ||
    comparePaths(left.code, right.code) ||
    comparePaths(left.message, right.message)
  );
}
