/** How much two contents have in common, by whole lines. Order of lines does not matter. Counts its work. */
import type { LineCounts } from './count-lines.ts';

/**
 * Bytes of common lines over the bytes of the larger content: 0 to 1. Zero once the budget (lines looked at) is
 * spent, and for empty contents.
 */
export function measureSimilarity(left: LineCounts, right: LineCounts, budget: { left: number }): number {
  const larger = Math.max(left.size, right.size);
  if (larger === 0 || budget.left <= 0) return 0;
  const [few, many] = left.counts.size <= right.counts.size ? [left, right] : [right, left];
  budget.left -= few.counts.size;
  let common = 0;
  for (const [line, count] of few.counts) {
    common += Math.min(count, many.counts.get(line) ?? 0) * (line.length + 1);
  }
  // The last line has no line end, so a whole match counts one byte too many.
  return Math.min(1, common / larger);
}
