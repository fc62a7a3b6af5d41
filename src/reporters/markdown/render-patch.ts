/** A mechanical fix as the lines it writes, in the file's own code made visible: to be typed, not to be applied. */
import type { LineEdit, Patch } from '../../model/patch.ts';
import { fenceCode } from './fence-code.ts';
import { languageOf } from './language-of.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderPlace } from './render-place.ts';
import { showCode } from './show-code.ts';

const MOST_EDITS = 3;
/** Characters of the code of one edit. */
const ROOM = 2000;

/** Lines of Markdown, an empty one between two edits; edits beyond what anybody types are counted. */
export function renderPatch({ path, edits }: Patch, link: MarkdownOptions['link']): readonly string[] {
  const shown = edits.slice(0, MOST_EDITS).map((edit) => renderEdit(path, edit, link));
  const more = edits.length > MOST_EDITS ? [[`And ${edits.length - MOST_EDITS} more edits.`]] : [];
  return [...shown, ...more].flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function renderEdit(
  path: string,
  { startLine, endLine, lines }: LineEdit,
  link: MarkdownOptions['link'],
): readonly string[] {
  const range = { startLine, startColumn: 1, endLine, endColumn: 1 };
  const place = renderPlace({ side: 'after', path, range }, link);
  const amount = endLine - startLine + 1;
  const which = `${amount === 1 ? 'the line' : `${amount} lines`} at ${place}`;
  if (lines.length === 0) return [`Fix: delete ${which}.`];
  return [`Fix: replace ${which} with:`, ...fenceCode(showCode(lines, ROOM), languageOf(path))];
}
