/**
 * Collects Problems once each: the same expression is evaluated for every instance. Bounded, so that a hostile tree
 * cannot drown the rest.
 */
import type { Problem } from '../../../model/problem.ts';

const MOST_PROBLEMS = 2000;

export class ProblemLog {
  readonly #problems = new Map<string, Problem>();

  /** `onceKey` replaces place and message where one name would be reported at every use. */
  add(problem: Problem, onceKey?: string): void {
    const range = problem.location?.range;
    const place = `${problem.location?.path ?? ''}:${range?.startLine ?? 0}:${range?.startColumn ?? 0}`;
    const key = `${problem.code} ${onceKey ?? `${place} ${problem.message}`}`;
    if (this.#problems.has(key)) return;
    if (this.#problems.size < MOST_PROBLEMS || problem.effect !== 'note') this.#problems.set(key, problem);
  }

  /** Sorted by place, then code and message. */
  sorted(): Problem[] {
    return [...this.#problems.entries()]
      .sort(([a, left], [b, right]) => comparePlaces(left, right) || (a < b ? -1 : 1))
      .map(([, problem]) => problem);
  }
}

function comparePlaces(a: Problem, b: Problem): number {
  const left = a.location;
  const right = b.location;
  if (!left || !right) return Number(left !== undefined) - Number(right !== undefined);
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return left.range.startLine - right.range.startLine || left.range.startColumn - right.range.startColumn;
}
