/**
 * The whole-line edits that turn one version of a file into another. An insertion repeats its neighbour line, because
 * a suggestion can only replace lines. Knows no format.
 */
import type { LineEdit } from '../model/patch.ts';
import { diffLines, type Hunk } from './diff-lines.ts';
import { splitLines } from './split-lines.ts';

/** In order of lines, without overlap; empty where nothing changed. Line ends are not compared. */
export function toEdits(before: string, after: string): readonly LineEdit[] {
  const old = splitLines(before).map(({ text }) => text);
  const hunks = diffLines(
    old,
    splitLines(after).map(({ text }) => text),
  );
  const edits: LineEdit[] = [];
  for (const hunk of hunks) {
    const edit = toEdit(hunk, old);
    const last = edits.at(-1);
    if (last === undefined || edit.startLine > last.endLine) edits.push(edit);
    // The first line stood below an insertion already: what follows it goes behind.
    else edits[edits.length - 1] = { ...last, lines: [...last.lines, ...hunk.lines] };
  }
  return edits;
}

function toEdit({ start, end, lines }: Hunk, old: readonly string[]): LineEdit {
  if (end > start) return { startLine: start + 1, endLine: end, lines };
  const above = old[start - 1];
  if (above !== undefined) return { startLine: start, endLine: start, lines: [above, ...lines] };
  const below = old[start];
  return { startLine: 1, endLine: 1, lines: below === undefined ? lines : [...lines, below] };
}
