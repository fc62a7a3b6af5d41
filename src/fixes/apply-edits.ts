/** Applies the edits of a patch to a text. Every line end and every byte outside of the edited lines stays. */
import type { LineEdit } from '../model/patch.ts';
import { splitLines } from './split-lines.ts';
import type { TextLine } from './text-line.ts';

/** The new text; undefined where the edits are out of order, overlap or lie outside of the text. */
export function applyEdits(text: string, edits: readonly LineEdit[]): string | undefined {
  const old = splitLines(text);
  const parts: string[] = [];
  let done = 0;
  for (const { startLine, endLine, lines } of edits) {
    if (startLine <= done || endLine < startLine || endLine > old.length) return undefined;
    for (const line of old.slice(done, startLine - 1)) parts.push(line.text, line.end);
    for (const part of replaced(old, startLine - 1, endLine, lines)) parts.push(part);
    done = endLine;
  }
  for (const line of old.slice(done)) parts.push(line.text, line.end);
  const last = edits.at(-1);
  const isCut = last?.endLine === old.length && last.lines.length === 0 && old.at(-1)?.end === '';
  return isCut ? parts.join('').replace(/\r?\n$/, '') : parts.join('');
}

/** New lines end as the line they begin at does, the last one as the last it replaces. */
function replaced(old: readonly TextLine[], from: number, to: number, lines: readonly string[]): readonly string[] {
  const end = old[from]?.end || old[0]?.end || '\n';
  return lines.flatMap((line, index) => [line, index === lines.length - 1 ? (old[to - 1]?.end ?? end) : end]);
}
