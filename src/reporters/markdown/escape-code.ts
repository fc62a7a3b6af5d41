/**
 * A name of a pull request as an inline code span that nothing in the name can end. Inside one GitHub makes no
 * mention, link or emphasis. CommonMark 0.31, "Code spans"; GFM, "Tables".
 */
import { makeVisible } from '../make-visible.ts';

/** A code span for a list item, a paragraph or a table cell; an empty name is shown as `(empty)`. */
export function escapeCode(name: string, maxLength = 200): string {
  const visible = makeVisible(name, maxLength);
  if (visible.trim() === '') return '`(empty)`';
  const longest = (visible.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$|^ .* $/.test(visible) ? ' ' : '';
  return `${fence}${padding}${visible}${padding}${fence}`;
}
