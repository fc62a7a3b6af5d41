/**
 * Reviews of a pull request with their comments.
 * https://docs.github.com/en/rest/pulls/reviews
 */
import { type Answer, type Call, type Handlers, ok } from '../http/call.ts';
import { notFound, unprocessable } from '../http/http-error.ts';
import { paginate } from '../http/paginate.ts';
import { reviewCommentShape, reviewShape } from '../shapes/pulls.ts';
import type { Pull, Review } from '../state/state.ts';
import { addReview, addReviewComment } from './add-review.ts';
import { checkBody } from './check-body.ts';
import { findPull } from './find-pull.ts';
import { placeComment, type Placement, type WantedComment } from './review-lines.ts';

export const reviewHandlers = {
  'pulls/list-reviews': (call) => {
    const pull = findPull(call);
    const visible = pull.reviews.filter((review) => review.state !== 'PENDING' || review.user === call.login);
    return paginate(call, visible, { shape: (review) => reviewShape(call.world, call.repository, pull, review) });
  },

  'pulls/get-review': (call) => {
    const pull = findPull(call);
    return ok(reviewShape(call.world, call.repository, pull, reviewOf(call, pull)));
  },

  'pulls/list-comments-for-review': (call) => {
    const pull = findPull(call);
    const { id } = reviewOf(call, pull);
    const comments = pull.reviewComments.filter((comment) => comment.review === id);
    return paginate(call, comments, {
      shape: (comment) => reviewCommentShape(call.world, call.repository, pull, comment),
    });
  },

  'pulls/create-review': createReview,
} satisfies Handlers;

function reviewOf(call: Call, pull: Pull): Review {
  const review = pull.reviews.find(({ id }) => id === call.number('review_id'));
  if (!review) throw notFound();
  return review;
}

interface CreateReview {
  readonly commit_id?: string;
  readonly body?: string;
  readonly event?: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';
  readonly comments?: readonly WantedComment[];
}

const STATES = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

function createReview(call: Call): Answer {
  const pull = findPull(call);
  const { commit_id: commit = pull.head.sha, body = '', event, comments = [] } = call.body<CreateReview>();
  const refuse = (...errors: string[]): Error => unprocessable('Unprocessable Entity', errors);
  if (pull.locked && call.token?.kind !== 'user') throw refuse('lock prevents review');
  if (event === 'APPROVE' && call.login === pull.user) throw refuse('Can not approve your own pull request');
  const needsBody = event === 'REQUEST_CHANGES' || (event === 'COMMENT' && comments.length === 0);
  if (needsBody && body === '') throw refuse("Body can't be blank");
  if (body !== '') checkBody(body, 'PullRequestReview');
  if (!event && pull.reviews.some((each) => each.state === 'PENDING' && each.user === call.login)) {
    throw refuse('User can only have one pending review per pull request');
  }
  if (!call.objects.history(pull.head.sha).includes(commit)) throw refuse('Commit is not part of the pull request');
  const at = { ...pull, head: { ...pull.head, sha: commit } };
  const places = comments.map((wanted) => placeComment(call, at, wanted));
  const problems = places.filter((place) => typeof place === 'string');
  if (problems.length > 0) throw refuse(...new Set(problems.map((problem) => `${problem} could not be resolved`)));
  for (const wanted of comments) checkBody(wanted.body, 'PullRequestReviewComment');
  const review = addReview(call, pull, { body, commit, state: event ? STATES[event] : 'PENDING' });
  for (const [index, { path, body }] of comments.entries()) {
    addReviewComment(call, { pull, review, path, body, place: places[index] as Placement });
  }
  return ok(reviewShape(call.world, call.repository, pull, review));
}
