/** The text of a review comment: its causes one after the other, as many as a comment takes. */
import { type CauseContext, renderCause } from './render-cause.ts';
import type { Draft } from './draft-comments.ts';
import type { RootCause } from '../group-root-causes.ts';
import type { ReviewOptions } from './review-options.ts';

export interface RenderedComment {
  readonly body: string;
  /** How many of the causes, from the first, the text speaks of; at least one. */
  readonly spoken: number;
}

/** GitHub takes 65,536; the publisher adds its marker, and some servers count bytes. */
const MAX_BYTES = 60_000;
const NO_LINK = (): undefined => undefined;

/** Causes that do not fit are left out whole, and counted at the end. */
export function renderComment(draft: Draft, mode: CauseContext['mode'], options: ReviewOptions): RenderedComment {
  const parts: string[] = [];
  let room = MAX_BYTES - 100;
  for (const [index, cause] of draft.causes.entries()) {
    const context = { mode, isElsewhere: isElsewhere(draft, cause), suggestion: suggestionFor(draft, index) };
    const linked = renderCause(cause, { ...context, options }).join('\n\n');
    // Addresses are the only part without a bound of their own.
    const isFitting = Buffer.byteLength(linked) < room;
    const text = isFitting
      ? linked
      : renderCause(cause, { ...context, options: { ...options, link: NO_LINK } }).join('\n\n');
    if (index > 0 && Buffer.byteLength(text) >= room) break;
    parts.push(text);
    room -= Buffer.byteLength(text) + 10;
  }
  const left = draft.causes.length - parts.length;
  const more = left > 0 ? [`And ${left} more here, in the summary.`] : [];
  return { body: `${[...parts, ...more].join('\n\n---\n\n')}\n`, spoken: parts.length };
}

function suggestionFor({ causes, suggestion, fixed }: Draft, index: number): CauseContext['suggestion'] {
  const cause = causes[index];
  if (suggestion === undefined || cause === undefined || !fixed.has(cause)) return undefined;
  return causes.findIndex((each) => fixed.has(each)) === index ? suggestion : 'above';
}

/** A reader who looks at the line of the comment does not see the one that decides. */
function isElsewhere({ spot: { path, place } }: Draft, { first }: RootCause): boolean {
  const { anchor } = first.finding;
  if (place.kind === 'file' || anchor.path !== path) return true;
  if ((anchor.side === 'after') !== (place.side === 'RIGHT')) return true;
  const { startLine } = anchor.range;
  return startLine < (place.startLine ?? place.line) || startLine > place.line;
}
