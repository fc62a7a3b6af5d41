/** Lines of code, each with what stands in its margin: a number, a plus, a minus. Colour is never the only carrier. */
import { escapeHtml } from './escape-html.ts';

export interface CodeLine {
  /** Line number or sign. */
  readonly margin: string;
  readonly text: string;
  readonly kind?: 'hit' | 'removed' | 'added';
  /** From and to, in UTF-16 code units: what decided. */
  readonly mark?: readonly [number, number];
}

const WINDOW = 240;
const LEAD = 60;

/** A block that wraps instead of scrolling. */
export function renderCode(lines: readonly CodeLine[]): string {
  return `<pre><code>${lines.map(renderLine).join('')}</code></pre>`;
}

function renderLine({ margin, text, kind, mark }: CodeLine): string {
  const [start, end] = mark ?? [0, 0];
  const from = start > WINDOW - LEAD ? start - LEAD : 0;
  const show = (first: number, last: number): string =>
    escape(text.slice(Math.max(first, from), Math.min(last, from + WINDOW)));
  const marked = end > start ? `<mark>${show(start, end)}</mark>` : '';
  const shown = `${from > 0 ? '…' : ''}${show(0, start)}${marked}${show(end, text.length)}${text.length > from + WINDOW ? '…' : ''}`;
  const name = kind === undefined ? 'line' : `line ${kind}`;
  return `<span class="${name}"><span class="margin">${escapeHtml(margin, 20)} </span><span class="text">${shown}</span>\n</span>`;
}

/** Tabs as wide as in the other reports. */
function escape(text: string): string {
  return escapeHtml(text.replaceAll('\t', '  '), 1000);
}
