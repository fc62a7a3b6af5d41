/** The other places of one cause, on one line: an author who fixes one should know of all. */
import type { ShownChange } from '../group-changes.ts';
import type { RootCause } from '../group-root-causes.ts';
import { escapeCode } from './escape-code.ts';
import { escapeText } from './escape-text.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderPlace } from './render-place.ts';

const LISTED = 10;

/** `Also: main.tf:7 aws_sqs_queue.b`; instances of one block differ by their addresses only. Empty without others. */
export function renderOthers({ first, others }: RootCause, link: MarkdownOptions['link']): string {
  if (others.length === 0) return '';
  const items = others.slice(0, LISTED).map((other) => renderOther(other, first, link));
  const more = others.length > LISTED ? ` and ${others.length - LISTED} more` : '';
  return `Also: ${items.join(', ')}${more}.`;
}

function renderOther({ finding }: ShownChange, first: ShownChange, link: MarkdownOptions['link']): string {
  const { address, anchor, environment } = finding;
  const own = first.finding;
  const where = environment === own.environment ? '' : ` (${escapeText(environment, 60)})`;
  const isSamePlace = anchor.path === own.anchor.path && anchor.range.startLine === own.anchor.range.startLine;
  return `${isSamePlace ? '' : `${renderPlace(anchor, link)} `}${escapeCode(address, 100)}${where}`;
}
