/**
 * Text of a pull request for the places where GitHub renders no Markdown: titles and messages of a check run. What mail,
 * chat and mobile clients link on their own is broken by a zero-width space, as no escape exists there.
 */
import { makeVisible } from '../make-visible.ts';

const BREAK = '\u200b';

/** One line without steering characters, mentions, issue numbers or addresses; clipped before the breaks are added. */
export function plainText(text: string, maxLength = 500): string {
  return makeVisible(text, maxLength)
    .trim()
    .replace(/(?<![\p{L}\p{N}_])@(?=[\p{L}\p{N}])/gu, `@${BREAK}`)
    .replace(/#(?=\d)/g, `#${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/(?:www(?=\.)|GH(?=-\d))/gi, `$&${BREAK}`);
}
