/**
 * The difference of two texts in git's unified format, and which lines every such difference has to show as changed,
 * whatever algorithm made it. Pure; bounded in time and memory.
 */
import { hunksOf, type TextEdit } from './hunks-of.ts';

export interface TextDifference {
  /** As GitHub lists it: hunks with three lines of context. */
  readonly patch: string;
  /** Numbers from 1 of lines whose text the other side does not have at all. */
  readonly certain: { readonly LEFT: ReadonlySet<number>; readonly RIGHT: ReadonlySet<number> };
}

/** Of the table that finds the longest common part; 4 MB. */
const MOST_CELLS = 1_000_000;

/** Undefined where what differs is too long to be compared here. */
export function diffTexts(before: string, after: string): TextDifference | undefined {
  const [left, right] = [linesOf(before), linesOf(after)];
  const edits = editsOf(left, right);
  if (edits === undefined) return undefined;
  return { patch: hunksOf(edits), certain: { LEFT: missingIn(left, right), RIGHT: missingIn(right, left) } };
}

/** With their line ends: a last line without one is another line. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  return [...lines.map((line) => `${line}\n`), ...(last === '' ? [] : [last])];
}

function missingIn(lines: readonly string[], other: readonly string[]): ReadonlySet<number> {
  const known = new Set(other);
  return new Set(lines.flatMap((line, index) => (known.has(line) ? [] : [index + 1])));
}

function editsOf(left: readonly string[], right: readonly string[]): readonly TextEdit[] | undefined {
  const shortest = Math.min(left.length, right.length);
  let start = 0;
  while (start < shortest && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shortest - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const middle = compare(left.slice(start, left.length - end), right.slice(start, right.length - end));
  if (middle === undefined) return undefined;
  const same = (lines: readonly string[]): readonly TextEdit[] => lines.map((text) => ({ kind: 'context', text }));
  return [...same(left.slice(0, start)), ...middle, ...same(left.slice(left.length - end))];
}

/** By the longest common part; what goes away stands before what comes. */
function compare(left: readonly string[], right: readonly string[]): readonly TextEdit[] | undefined {
  const width = right.length + 1;
  if ((left.length + 1) * width > MOST_CELLS) return undefined;
  const common = new Uint32Array((left.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const isSame = left[row] === right[column];
      common[row * width + column] = isSame
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const edits: TextEdit[] = [];
  for (let [row, column] = [0, 0]; row < left.length || column < right.length; ) {
    const [old, now] = [left[row], right[column]];
    if (old !== undefined && old === now) {
      edits.push({ kind: 'context', text: old });
      [row, column] = [row + 1, column + 1];
    } else if (old !== undefined && (now === undefined || at(row + 1, column) >= at(row, column + 1))) {
      edits.push({ kind: 'removed', text: old });
      row += 1;
    } else {
      edits.push({ kind: 'added', text: now ?? '' });
      column += 1;
    }
  }
  return edits;
}
