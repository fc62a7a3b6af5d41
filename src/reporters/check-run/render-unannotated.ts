/**
 * The text of a check run: what has no annotation, because it stands in the tree before, at a place GitHub cannot show,
 * or beyond the bound. Everything named is escaped.
 */
import type { ShownChange } from '../group-changes.ts';
import { makeVisible } from '../make-visible.ts';
import { escapeText } from '../markdown/escape-text.ts';
import type { MarkdownOptions } from '../markdown/markdown-options.ts';
import { renderPlace } from '../markdown/render-place.ts';
import type { MergedProblem } from '../merge-repeated.ts';

export type Unannotated =
  | { readonly group: string; readonly shown: ShownChange }
  | { readonly group: string; readonly merged: MergedProblem };

/** Markdown of at most `maxBytes` bytes, in the order given, with the number of those that did not fit. Or undefined. */
export function renderUnannotated(
  items: readonly Unannotated[],
  link: MarkdownOptions['link'],
  maxBytes: number,
): string | undefined {
  if (items.length === 0) return undefined;
  const lines = ['**Without a line in this commit to stand at**', ''];
  let bytes = Buffer.byteLength(lines.join('\n'));
  const room = maxBytes - 100;
  let shown = 0;
  for (const item of items) {
    const line = `- ${item.group}: ${'shown' in item ? renderChange(item.shown, link) : renderProblem(item.merged)}`;
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > room) break;
    lines.push(line);
    shown += 1;
  }
  if (shown < items.length) lines.push(`- and ${items.length - shown} more`);
  return `${lines.join('\n')}\n`;
}

function renderChange({ finding }: ShownChange, link: MarkdownOptions['link']): string {
  const side = finding.anchor.side === 'before' ? ' (before)' : '';
  const place = renderPlace(finding.anchor, link);
  return `${place}${side} ${escapeText(finding.message)} (${finding.severity}, \`${makeVisible(finding.id, 20)}\`)`;
}

function renderProblem({ problem }: MergedProblem): string {
  const side = problem.side === 'after' ? '' : ` (${problem.side})`;
  return `${renderPlace(problem.location, () => undefined)}${side} ${escapeText(problem.message)} (${problem.code})`;
}
