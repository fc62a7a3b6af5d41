/**
 * Whether GitHub shows the lines of a place in one hunk, whatever algorithm made its difference: they stand among lines
 * that can only be changes, three lines of context around each. Pure.
 */
import type { TextDifference } from './diff-texts.ts';
import type { ReviewComment } from './review-comment.ts';

const CONTEXT = 3;

/** A place on a whole file is none: lines might have been possible. */
export function isCertainPlace(place: ReviewComment['place'], difference: TextDifference): boolean {
  if (place.kind === 'file') return false;
  const { side, line, startLine = line } = place;
  const changed = difference.certain[side];
  // How far the hunk is known to go; git joins two changes with no more than twice the context between them.
  let reached: number | undefined;
  for (let each = startLine - CONTEXT; each <= line + CONTEXT; each += 1) {
    if (!changed.has(each)) continue;
    const isJoined = reached === undefined ? each - CONTEXT <= startLine : each - CONTEXT <= reached + 1;
    if (!isJoined) return false;
    reached = each + CONTEXT;
  }
  return reached !== undefined && reached >= line;
}
