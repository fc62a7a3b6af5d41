/**
 * Writes a review, or a comment of one, into the state. Checks nothing: whoever calls has.
 */
import type { Call } from '../http/call.ts';
import { carryReviewComments } from '../state/carry-review-comments.ts';
import type { Pull, Review, ReviewComment } from '../state/state.ts';
import type { Placement } from './review-lines.ts';

export function addReview(call: Call, pull: Pull, part: Pick<Review, 'body' | 'commit' | 'state'>): Review {
  const user = call.world.account(call.login).login;
  const review = { id: call.world.nextId(), user, submittedAt: call.world.timestamp(), ...part };
  pull.reviews.push(review);
  return review;
}

export interface NewReviewComment {
  readonly pull: Pull;
  readonly review: Review;
  readonly path: string;
  readonly body: string;
  readonly place: Placement;
  /** The first comment of the thread it answers. */
  readonly replyTo?: number;
}

export function addReviewComment(call: Call, wanted: NewReviewComment): ReviewComment {
  const { pull, review, path, body, place } = wanted;
  const now = call.world.timestamp();
  const comment: ReviewComment = {
    ...place,
    id: call.world.nextId(),
    review: review.id,
    user: review.user,
    body,
    path,
    commit: review.commit,
    originalCommit: review.commit,
    replyTo: wanted.replyTo ?? null,
    minimized: null,
    resolvedBy: null,
    createdAt: now,
    updatedAt: now,
  };
  pull.reviewComments.push(comment);
  if (review.commit !== pull.head.sha) carryReviewComments(call.objects, pull, review.commit);
  return comment;
}
