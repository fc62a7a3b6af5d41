/** The lines of hunks that stand within a range of one side, found without walking through the rest of the patch. */
import type { Range } from '../../model/location.ts';
import { lastLine } from '../last-line.ts';
import type { Hunk, HunkLine } from './parse-patch.ts';

/** One list a hunk that has any, in the order of the patch; lines of both sides, by their number on `side`. */
export function linesWithin(hunks: readonly Hunk[], side: 'left' | 'right', range: Range): readonly Hunk[] {
  const last = lastLine(range);
  return hunks.flatMap((hunk) => {
    const start = firstAtLeast(hunk, side, range.startLine);
    let end = start;
    while (end < hunk.length && (hunk[end]?.[side] ?? 0) <= last) end += 1;
    return end > start ? [hunk.slice(start, end)] : [];
  });
}

/** Numbers never fall within a hunk, so halving finds the place. */
function firstAtLeast(hunk: Hunk, side: keyof Pick<HunkLine, 'left' | 'right'>, line: number): number {
  let [low, high] = [0, hunk.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hunk[middle]?.[side] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
