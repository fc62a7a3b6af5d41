/** A mechanical fix as a difference: what goes, what comes, and the lines an insertion only repeats. */
import type { LineEdit, Patch } from '../../model/patch.ts';
import { escapeHtml } from './escape-html.ts';
import type { HtmlSubject } from './html-options.ts';
import { type CodeLine, renderCode } from './render-code.ts';

const [MOST_EDITS, MOST_LINES] = [20, 60];

/** Each edit with its lines; edits and lines beyond what a page can show are counted. */
export function renderPatch({ path, edits }: Patch, excerpt: HtmlSubject['excerpt']): string {
  const shown = edits.slice(0, MOST_EDITS).map((edit) => renderEdit(path, edit, excerpt));
  const more = edits.length > MOST_EDITS ? `<p class="cut">And ${edits.length - MOST_EDITS} more edits.</p>` : '';
  return `${shown.join('')}${more}`;
}

function renderEdit(path: string, edit: LineEdit, excerpt: HtmlSubject['excerpt']): string {
  const removed = readOld(path, edit, excerpt);
  const place =
    edit.startLine === edit.endLine ? `line ${edit.startLine}` : `lines ${edit.startLine} to ${edit.endLine}`;
  const caption = `<figcaption>Change ${place} of <code>${escapeHtml(path)}</code>${removed === undefined ? ' to' : ''}</figcaption>`;
  const lines = removed === undefined ? edit.lines.map((text) => line('added', text)) : difference(removed, edit.lines);
  const cut = lines.length > MOST_LINES ? `<p class="cut">And ${lines.length - MOST_LINES} more lines.</p>` : '';
  return `<figure>${caption}${renderCode(lines.slice(0, MOST_LINES))}${cut}</figure>`;
}

/** The lines as they are; undefined where the door does not have all of them. */
function readOld(
  path: string,
  { startLine, endLine }: LineEdit,
  excerpt: HtmlSubject['excerpt'],
): readonly string[] | undefined {
  const range = { startLine, startColumn: 1, endLine: startLine, endColumn: 1 };
  const old: string[] = [];
  for (let offset = 0; offset <= Math.min(endLine - startLine, MOST_LINES); offset += 1) {
    const text = excerpt({ side: 'after', path, range }, offset);
    if (text === undefined) return undefined;
    old.push(text);
  }
  return old;
}

/** Equal lines at both ends stay; what is between gives way. */
function difference(old: readonly string[], next: readonly string[]): readonly CodeLine[] {
  const shorter = Math.min(old.length, next.length);
  let head = 0;
  while (head < shorter && old[head] === next[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  return [
    ...old.slice(0, head).map((text) => line(undefined, text)),
    ...old.slice(head, old.length - tail).map((text) => line('removed', text)),
    ...next.slice(head, next.length - tail).map((text) => line('added', text)),
    ...old.slice(old.length - tail).map((text) => line(undefined, text)),
  ];
}

function line(kind: 'removed' | 'added' | undefined, text: string): CodeLine {
  if (kind === undefined) return { margin: ' ', text };
  return { margin: kind === 'added' ? '+' : '-', text, kind };
}
