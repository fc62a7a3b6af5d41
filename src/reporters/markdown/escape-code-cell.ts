/**
 * A name of a pull request as code in a table cell. A code span cannot hold a backslash before a pipe there (GFM,
 * "Tables": the cell ends before the span is read), so a name with a pipe becomes an element with character references.
 */
import { makeVisible } from '../make-visible.ts';
import { escapeCode } from './escape-code.ts';

/** A code span, or a `code` element in which every mark is a character reference. */
export function escapeCodeCell(name: string, maxLength = 200): string {
  if (!name.includes('|')) return escapeCode(name, maxLength);
  const visible = makeVisible(name, maxLength);
  return `<code>${visible.replace(/[^\p{L}\p{N} ]/gu, (mark) => `&#${mark.codePointAt(0)};`)}</code>`;
}
