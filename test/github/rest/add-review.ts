/**
 * Writes a review, or a comment of one, into the state. Checks nothing: whoever calls has.
 */
import type { GitObjects } from '../git/git-objects.ts';
import { carryReviewComments } from '../state/carry-review-comments.ts';
import type { Pull, Review, ReviewComment } from '../state/state.ts';
import type { World } from '../state/world.ts';
import type { Placement } from './review-lines.ts';

/** Who writes where: a request, or a person in the hands of a test. */
export interface Writer {
  readonly world: World;
  readonly objects: GitObjects;
  readonly login: string;
}

export function addReview(by: Writer, pull: Pull, part: Pick<Review, 'body' | 'commit' | 'state'>): Review {
  const user = by.world.account(by.login).login;
  const review = { id: by.world.nextId(), user, submittedAt: by.world.timestamp(), ...part };
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

export function addReviewComment(by: Writer, wanted: NewReviewComment): ReviewComment {
  const { pull, review, path, body, place } = wanted;
  const now = by.world.timestamp();
  const comment: ReviewComment = {
    ...place,
    id: by.world.nextId(),
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
  if (review.commit !== pull.head.sha) carryReviewComments(by.objects, pull, review.commit);
  return comment;
}
