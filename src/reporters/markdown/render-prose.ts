/** The rule's own words on one line of Markdown. What stands between backticks there is code here; the rest is text. */
import { escapeCode } from './escape-code.ts';
import { escapeText } from './escape-text.ts';

/** Empty for blank prose. */
export function renderProse(prose: string): string {
  const pieces = prose.trim().replace(/\s+/g, ' ').split('`');
  const rendered = pieces.map((piece, index) => {
    const isCode = index % 2 === 1 && index < pieces.length - 1;
    if (isCode) return escapeCode(piece);
    const words = piece.trim();
    if (words === '') return piece;
    const [before, after] = [piece.startsWith(' ') ? ' ' : '', piece.endsWith(' ') ? ' ' : ''];
    return `${before}${escapeText(words, 2000)}${after}`;
  });
  return rendered.join('');
}
