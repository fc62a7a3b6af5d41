/** A text into lines and their ends; joined again they are the text. Changes nothing. */
import type { TextLine } from './text-line.ts';

/** Lines end with `\n` or `\r\n`. A text that ends with a line end has no empty line behind it. */
export function splitLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let at = 0;
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', at)) {
    const isCarried = feed > at && text[feed - 1] === '\r';
    lines.push({ text: text.slice(at, isCarried ? feed - 1 : feed), end: isCarried ? '\r\n' : '\n' });
    at = feed + 1;
  }
  if (at < text.length) lines.push({ text: text.slice(at), end: '' });
  return lines;
}
