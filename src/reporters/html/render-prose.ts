/** A rule's own words: what stands between backticks is code, everything else is text. */
import { escapeHtml } from './escape-html.ts';

/** Inline HTML on one line. */
export function renderProse(prose: string): string {
  const pieces = prose
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .split('`');
  return pieces
    .map((piece, index) => {
      const isCode = index % 2 === 1 && index < pieces.length - 1;
      return isCode ? `<code>${escapeHtml(piece, 2000)}</code>` : escapeHtml(piece, 2000);
    })
    .join('');
}
