/**
 * Union of the assumptions values rest on, bounded. May not drop the first ones: they are the nearest inputs.
 */
import type { Assumption } from '../../../model/value.ts';

const MOST_ASSUMPTIONS = 20;

/** Both lists without repeats, at most 20, in order of first appearance. */
export function mergeAssumptions(
  left: readonly Assumption[] | undefined,
  right: readonly Assumption[] | undefined,
): readonly Assumption[] | undefined {
  if (left === undefined || left.length === 0) return right;
  if (right === undefined || right.length === 0 || left === right) return left;
  const merged = [...left];
  for (const assumption of right) {
    if (merged.length >= MOST_ASSUMPTIONS) break;
    if (!merged.some((other) => isSame(other, assumption))) merged.push(assumption);
  }
  return merged;
}

function isSame(a: Assumption, b: Assumption): boolean {
  return a === b || (a.kind === b.kind && a.subject === b.subject && a.value === b.value);
}
