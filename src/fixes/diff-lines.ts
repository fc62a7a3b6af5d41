/**
 * What lines changed between two versions of one file, as the fewest whole lines. Exact for the small changes that
 * patches are; where the changed part is large it is one hunk. Knows no format.
 */

/** Lines `start` to `end` (from 0, end exclusive) of the old text give way to `lines`. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Cells of the table; beyond it the whole middle is one hunk. */
const MOST_CELLS = 250_000;

/** Hunks in order, never touching each other. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const left = before.slice(head, before.length - tail);
  const right = after.slice(head, after.length - tail);
  if (left.length === 0 && right.length === 0) return [];
  if ((left.length + 1) * (right.length + 1) > MOST_CELLS)
    return [{ start: head, end: head + left.length, lines: right }];
  return walk(left, right).map(({ start, end, lines }) => ({ start: start + head, end: end + head, lines }));
}

/** Longest common subsequence from every pair of positions to the end. */
function measure(left: readonly string[], right: readonly string[]): Uint16Array {
  const width = right.length + 1;
  const table = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      const here = row * width + column;
      const isSame = left[row] === right[column];
      const along = Math.max(table[here + width] ?? 0, table[here + 1] ?? 0);
      table[here] = isSame ? (table[here + width + 1] ?? 0) + 1 : along;
    }
  }
  return table;
}

function walk(left: readonly string[], right: readonly string[]): readonly Hunk[] {
  const width = right.length + 1;
  const table = measure(left, right);
  const hunks: Hunk[] = [];
  let row = 0;
  let column = 0;
  while (row < left.length || column < right.length) {
    const start = row;
    const from = column;
    while ((row < left.length || column < right.length) && left[row] !== right[column]) {
      const down = row < left.length ? (table[(row + 1) * width + column] ?? 0) : -1;
      const along = column < right.length ? (table[row * width + column + 1] ?? 0) : -1;
      if (down >= along) row += 1;
      else column += 1;
    }
    if (row > start || column > from) hunks.push({ start, end: row, lines: right.slice(from, column) });
    row += 1;
    column += 1;
  }
  return hunks;
}
