/** Puts lines into a text behind one of its lines, with that file's own line ends. Knows no format. */
import { splitLines } from './split-lines.ts';

/** @param line the line to stand behind, from 1; 0 puts them first */
export function insertAfter(text: string, line: number, lines: readonly string[]): string {
  const old = splitLines(text);
  const end = old[line - 1]?.end || old[0]?.end || '\n';
  const before = old.slice(0, line).map((each, index) => each.text + (index === line - 1 ? end : each.end));
  // Behind a last line without a line end, the new last line has none either.
  const last = line > 0 && line === old.length && old[line - 1]?.end === '' ? '' : end;
  const added = lines.map((each, index) => each + (index === lines.length - 1 ? last : end));
  return [...before, ...added, ...old.slice(line).map((each) => each.text + each.end)].join('');
}
