/** Where a new entry of a map can stand: line by line, in the map's own indentation. Flow maps have no such place. */
import { LineIndex } from '../../documents/line-index.ts';
import type { MapEntry, MapNode } from '../../documents/document-node.ts';
import { indentationOf } from '../indentation-of.ts';
import { splitLines } from '../split-lines.ts';

export interface MapLayout {
  readonly indentation: string;
  /** The line the new entry stands behind, from 1. */
  readonly after: number;
  /** What stands between a key and its value in this map. */
  readonly colon: string;
}

/**
 * The place for a new entry: behind the last entry on one line, else in front of the first. In JSON an entry before
 * another is the one place where a comma can always stand: behind the first on one line that has one, else in front.
 */
export function mapLayout(text: string, map: MapNode, syntax: 'yaml' | 'json'): MapLayout | undefined {
  const [first] = map.entries;
  const isFlow = text[map.start] === '{';
  if (first === undefined || map.tag !== undefined || isFlow !== (syntax === 'json')) return undefined;
  const lines = splitLines(text).map((line) => line.text);
  const index = new LineIndex(text);
  const indentations = map.entries.map(({ key }) => {
    const { startLine, startColumn } = index.rangeOf(key.start, key.start);
    return (lines[startLine - 1] ?? '').slice(0, startColumn - 1);
  });
  const blank = indentations.find((before) => before.trim() === '');
  const column = indentations[0]?.length;
  const dashed = /^[\s-]*$/.test(indentations[0] ?? '');
  const others = indentations.slice(1);
  if (!dashed || indentations.some((before) => before.length !== column) || others.some(isWritten)) return undefined;
  const indentation = blank ?? ' '.repeat(column ?? 0);
  const isSingle = (entry: MapEntry): boolean => isOnOneLine(entry, index, lines, syntax);
  const beside = syntax === 'json' ? [first].find(isSingle) : map.entries.findLast(isSingle);
  const between = text.slice(first.key.end, first.value.start);
  const colon = syntax === 'json' && /^ *: *$/.test(between) ? between : ': ';
  if (beside !== undefined) return { indentation, colon, after: index.lineOf(beside.key.start) };
  if (blank === undefined || isWritten(indentations[0] ?? '')) return undefined;
  return { indentation, colon, after: commentsAbove(index.lineOf(first.key.start), lines, indentation) - 1 };
}

function isWritten(before: string): boolean {
  return before.trim() !== '';
}

function isOnOneLine({ key, value }: MapEntry, index: LineIndex, lines: readonly string[], syntax: string): boolean {
  const { startLine, endLine, endColumn } = index.rangeOf(key.start, value.end);
  if (startLine !== endLine || value.type !== 'scalar' || value.style === 'literal' || value.style === 'folded')
    return false;
  const behind = (lines[endLine - 1] ?? '').slice(endColumn - 1).trim();
  return syntax === 'json' ? behind === ',' : behind === '' || behind.startsWith('#');
}

/** First line of the comments that stand right above a line in its indentation. */
function commentsAbove(line: number, lines: readonly string[], indentation: string): number {
  let first = line;
  for (let above = lines[first - 2]; above !== undefined; above = lines[first - 2]) {
    if (indentationOf(above) !== indentation || !above.trim().startsWith('#')) break;
    first -= 1;
  }
  return first;
}
