/**
 * Text of a pull request as Markdown that renders as that text and as nothing else: no link, tag, mention, emphasis,
 * list, fence or table cell. GitHub looks for mentions, issue numbers and addresses after rendering, where a backslash
 * no longer helps: a zero-width space breaks those. GitHub Flavored Markdown 0.29.
 */
import { makeVisible } from '../make-visible.ts';

/** Characters that can start or end a construct anywhere in a line. */
const INLINE = /[\\`*_[\]<>|~&$]/g;
/** Constructs that exist only at the start of a block. */
const BLOCK_START = /^(?:[#+=-]|\d{1,9}(?=[.)]))/;
const BREAK = '&#8203;';

/** One line of Markdown, `(empty)` for a blank text; fits in a paragraph, list item, heading, table cell and bold. */
export function escapeText(text: string, maxLength?: number): string {
  const visible = makeVisible(text, maxLength).trim();
  if (visible === '') return '(empty)';
  const start = BLOCK_START.exec(visible)?.[0] ?? '';
  return escapeStart(start) + breakReferences(visible.slice(start.length).replace(INLINE, '\\$&'));
}

function escapeStart(start: string): string {
  // A number cannot be escaped, the mark after it can; a lone digit entity renders as the digit.
  if (start === '') return '';
  if (/\d/.test(start)) return `&#${start.charCodeAt(0)};${start.slice(1)}`;
  return breakReferences(`\\${start}`);
}

/** A commit by its id. All digits are left alone: they are account numbers, which people copy. */
const COMMIT = /(?<![\p{L}\p{N}_-])(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f](?=[0-9a-f]{6,63}(?![\p{L}\p{N}_-]))/gu;
/** `:tada:`, its `_` escaped by now; not the parts of an ARN up to its region, which people copy too. */
const EMOJI = /(?<!\barn(?::aws[a-z-]*(?::[a-z0-9-]*)?)?):(?=(?:100|1234|[+-]1|[0-9_\\-]*[a-z][\w\\+-]*):)/gi;

/** What GitHub makes of words on its own: `@name`, `#1`, `GH-1`, `https://`, `www.`, mail addresses, commits, emoji. */
function breakReferences(text: string): string {
  return text
    .replace(/[@#]/g, `$&${BREAK}`)
    .replace(COMMIT, `$&${BREAK}`)
    .replace(EMOJI, `$&${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/(?:www(?=\.)|GH(?=-\d)|mailto(?=:)|xmpp(?=:))/gi, `$&${BREAK}`);
}
