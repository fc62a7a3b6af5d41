/** The rule's own words on one line of Markdown. What stands between backticks there is code here; the rest is text. */
import { escapeCode } from './escape-code.ts';
import { escapeText } from './escape-text.ts';

const LONGEST = 2000;

/** Empty for blank prose; clipped where no reader would follow. */
export function renderProse(prose: string): string {
  const text = prose.trim().replace(/\s+/g, ' ');
  const pieces = (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).split('`');
  const rendered = pieces.map((piece, index) => {
    const isCode = index % 2 === 1 && index < pieces.length - 1;
    if (isCode) return escapeCode(piece);
    const words = piece.trim();
    if (words === '') return piece;
    const [before, after] = [piece.startsWith(' ') ? ' ' : '', piece.endsWith(' ') ? ' ' : ''];
    return `${before}${escapeText(words, LONGEST)}${after}`;
  });
  return rendered.join('');
}
