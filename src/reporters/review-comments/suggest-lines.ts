/**
 * A mechanical fix as GitHub can apply it: whole lines of one hunk on the right, given way to others. Makes none where
 * what would be committed is not exactly what is seen.
 */
import type { Patch } from '../../model/patch.ts';
import { makeVisible } from '../make-visible.ts';
import type { Hunk } from './parse-patch.ts';
import type { ReviewedFile, ReviewedFiles } from './reviewed-files.ts';

export interface Suggestion {
  readonly path: string;
  /** From 1, both included. */
  readonly startLine: number;
  readonly endLine: number;
  /** Without line ends; none deletes the lines. */
  readonly lines: readonly string[];
}

/** More is not read in a comment, it is reviewed in a diff. */
const MOST_LINES = 40;
const MOST_CHARACTERS = 8000;

/** Undefined where the lines are not all in one hunk, or hold what nobody sees (also the `\r` of other line ends). */
export function suggestLines(patch: Patch | undefined, files: ReviewedFiles): Suggestion | undefined {
  const startLine = patch?.edits[0]?.startLine;
  const endLine = patch?.edits.at(-1)?.endLine;
  if (patch === undefined || startLine === undefined || endLine === undefined) return undefined;
  const file = files.of({ side: 'after', path: patch.path });
  const old = file && textOf(file, startLine, endLine);
  const lines = old && applyEdits(patch, startLine, old);
  if (old === undefined || lines === undefined || !isShowable(old) || !isShowable(lines)) return undefined;
  // GitHub calls a suggestion without a change invalid.
  const isSame = lines.length === old.length && lines.every((line, index) => line === old[index]);
  return isSame ? undefined : { path: patch.path, startLine, endLine, lines };
}

/** The lines of the head from `start` to `end`, where one hunk shows all of them. */
function textOf({ hunks }: ReviewedFile, start: number, end: number): readonly string[] | undefined {
  const amount = end - start + 1;
  if (amount < 1 || amount > MOST_LINES) return undefined;
  const isShown = (hunk: Hunk): boolean => (hunk[0]?.right ?? Infinity) <= start && (hunk.at(-1)?.right ?? 0) >= end;
  const lines = hunks.find(isShown)?.filter(({ kind, right }) => kind !== 'removed' && right >= start && right <= end);
  return lines?.length === amount ? lines.map(({ text }) => text) : undefined;
}

/** Undefined where the edits are not in order, or overlap. */
function applyEdits({ edits }: Patch, start: number, old: readonly string[]): readonly string[] | undefined {
  const lines: string[] = [];
  let next = start;
  for (const edit of edits) {
    if (edit.startLine < next || edit.endLine < edit.startLine) return undefined;
    lines.push(...old.slice(next - start, edit.startLine - start), ...edit.lines);
    next = edit.endLine + 1;
  }
  return lines;
}

function isShowable(lines: readonly string[]): boolean {
  const text = lines.join('').replaceAll('\t', ' ');
  if (text.length > MOST_CHARACTERS || lines.length > MOST_LINES) return false;
  return makeVisible(text, Number.POSITIVE_INFINITY) === text;
}
