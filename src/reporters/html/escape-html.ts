/** Text of a pull request as HTML that shows that text and is nothing else, in content and in quoted attributes. */
import { makeVisible } from '../make-visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** One line, clipped to `maxLength` before it is escaped. Line ends and invisible characters are written out. */
export function escapeHtml(text: string, maxLength = 300): string {
  return makeVisible(text, maxLength).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
}
