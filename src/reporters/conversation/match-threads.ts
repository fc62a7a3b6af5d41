/**
 * Which thread each wanted comment has already. They belong together when they share a finding; a thread has one comment
 * and a comment one thread. Decides nothing else.
 */
import type { ReviewComment } from '../review-comments/review-comment.ts';
import { isInPlace } from './is-in-place.ts';
import type { ReviewThread } from './review-thread.ts';

export interface MatchedComment {
  readonly wanted: ReviewComment;
  readonly thread: ReviewThread | undefined;
}

/** In the order of the wanted comments. */
export function matchThreads(
  threads: readonly ReviewThread[],
  wanted: readonly ReviewComment[],
): readonly MatchedComment[] {
  const free = new Set(threads);
  return wanted.map((comment) => {
    const fingerprints = new Set(comment.fingerprints);
    const candidates = [...free].filter((thread) => thread.fingerprints.some((each) => fingerprints.has(each)));
    const [thread] = candidates.sort((a, b) => rank(b, comment) - rank(a, comment) || a.comment.id - b.comment.id);
    if (thread !== undefined) free.delete(thread);
    return { wanted: comment, thread };
  });
}

/** What people answered is kept before anything else; then what stands right; the oldest of equals. */
function rank(thread: ReviewThread, wanted: ReviewComment): number {
  return (thread.answered ? 2 : 0) + (isInPlace(thread, wanted) ? 1 : 0);
}
