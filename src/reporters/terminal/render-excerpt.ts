/** One line of source with a caret below what decided. Shows a window of long lines; reads nothing itself. */
import type { Range } from '../../model/location.ts';
import { makeVisible } from '../make-visible.ts';

/** Of a window, what stands before the mark at most. */
const LEAD = 0.3;

/**
 * Two lines: `12 │ source` and the carets. `source` is the line at `range.startLine`, without its end; `window` is how
 * many of its characters are shown.
 */
export function renderExcerpt(source: string, range: Range, window: number): readonly [string, string] {
  const start = Math.min(range.startColumn - 1, source.length);
  const endOnLine = range.endLine === range.startLine ? range.endColumn - 1 : source.length;
  const end = Math.max(start + 1, Math.min(endOnLine, source.length));
  const leading = Math.floor(window * LEAD);
  const from = start > window - leading ? start - leading : 0;
  const lead = (from > 0 ? '…' : '') + show(source.slice(from, start));
  const marked = show(source.slice(start, Math.min(end, from + window)));
  const rest = show(source.slice(end, from + window)) + (source.length > Math.max(end, from + window) ? '…' : '');
  const number = String(range.startLine);
  return [
    `${number} │ ${lead}${marked}${rest}`.trimEnd(),
    `${' '.repeat(number.length)} │ ${' '.repeat(widthOf(lead))}${'^'.repeat(Math.max(1, widthOf(marked)))}`,
  ];
}

/** Tabs are shown as two spaces, since the caret must stand below its text. */
function show(text: string): string {
  return makeVisible(text.replaceAll('\t', '  '), 1000);
}

function widthOf(text: string): number {
  return Array.from(text).length;
}
