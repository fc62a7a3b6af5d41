/** Whether a thread stands where its comment is wanted. GitHub moves threads with their lines over every push. */
import type { ReviewComment } from '../review-comments/review-comment.ts';
import type { ReviewThread } from './review-thread.ts';

/**
 * A thread on a whole file will do for any of its lines, as GitHub may have refused the line; and one on a line for its
 * whole file.
 */
export function isInPlace({ path, place }: Pick<ReviewThread, 'path' | 'place'>, wanted: ReviewComment): boolean {
  if (path !== wanted.path || place === 'outdated') return false;
  if (place === 'file' || wanted.place.kind === 'file') return true;
  const { side, startLine, line } = wanted.place;
  return place.side === side && place.line === line && (place.startLine ?? place.line) === (startLine ?? line);
}
