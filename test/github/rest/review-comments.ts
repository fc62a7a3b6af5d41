/**
 * Comments on lines of a pull request's difference, one by one.
 * https://docs.github.com/en/rest/pulls/comments
 */
import { type Answer, type Call, created, type Handlers, NO_CONTENT, ok } from '../http/call.ts';
import { notFound, unprocessable } from '../http/http-error.ts';
import { paginate } from '../http/paginate.ts';
import { reviewCommentShape } from '../shapes/pulls.ts';
import type { Pull, ReviewComment } from '../state/state.ts';
import { checkBody } from './check-body.ts';
import { findPull } from './find-pull.ts';
import { placeComment, placeOnFile, type WantedComment } from './review-lines.ts';
import { addReview, addReviewComment } from './add-review.ts';

export const reviewCommentHandlers = {
  'pulls/list-review-comments': (call) => {
    const pull = findPull(call);
    const pending = new Set(pull.reviews.filter(({ state }) => state === 'PENDING').map(({ id }) => id));
    const visible = pull.reviewComments.filter(({ review }) => !pending.has(review));
    const ordered = call.query('direction') === 'desc' ? visible.reverse() : visible;
    return paginate(call, ordered, { shape: (each) => reviewCommentShape(call.world, call.repository, pull, each) });
  },

  'pulls/get-review-comment': (call) => {
    const { pull, comment } = commentOf(call);
    return ok(reviewCommentShape(call.world, call.repository, pull, comment));
  },

  'pulls/create-review-comment': createComment,

  'pulls/create-reply-for-review-comment': (call) => {
    const { pull, comment } = commentOf(call);
    if (pull.number !== call.number('pull_number')) throw notFound();
    return reply(call, pull, comment, call.body<{ body: string }>().body);
  },

  'pulls/update-review-comment': (call) => {
    const { pull, comment } = commentOf(call);
    comment.body = checkBody(call.body<{ body: string }>().body, 'PullRequestReviewComment');
    comment.updatedAt = call.world.timestamp();
    return ok(reviewCommentShape(call.world, call.repository, pull, comment));
  },

  /** Deleting the first comment leaves the replies. */
  'pulls/delete-review-comment': (call) => {
    const { pull, comment } = commentOf(call);
    pull.reviewComments = pull.reviewComments.filter((each) => each !== comment);
    return NO_CONTENT;
  },
} satisfies Handlers;

function commentOf(call: Call): { readonly pull: Pull; readonly comment: ReviewComment } {
  for (const pull of call.repository.pulls.values()) {
    const comment = pull.reviewComments.find(({ id }) => id === call.number('comment_id'));
    if (comment) return { pull, comment };
  }
  throw notFound();
}

function createComment(call: Call): Answer {
  const pull = findPull(call);
  const wanted = call.body<WantedComment & { commit_id: string; in_reply_to?: number; subject_type?: string }>();
  checkBody(wanted.body, 'PullRequestReviewComment');
  refuseLocked(call, pull);
  const first = pull.reviewComments.find(({ id }) => id === wanted.in_reply_to);
  if (first) return reply(call, pull, first, wanted.body);
  if (!call.objects.history(pull.head.sha).includes(wanted.commit_id))
    throw offTheDiff('commit_id is not part of the pull request');
  const at = { ...pull, head: { ...pull.head, sha: wanted.commit_id } };
  const onFile = wanted.subject_type === 'file';
  const place = onFile ? (placeOnFile(call, at, wanted.path) ?? 'Path') : placeComment(call, at, wanted);
  if (typeof place === 'string')
    throw offTheDiff(`pull_request_review_thread.${place.toLowerCase().replace(' ', '_')} must be part of the diff`);
  const review = addReview(call, pull, { body: '', commit: wanted.commit_id, state: 'COMMENTED' });
  const comment = addReviewComment(call, { pull, review, path: wanted.path, body: wanted.body, place });
  return created(reviewCommentShape(call.world, call.repository, pull, comment));
}

function refuseLocked(call: Call, pull: Pull): void {
  if (pull.locked && call.token?.kind !== 'user') throw unprocessable('Unprocessable Entity', ['lock prevents review']);
}

function offTheDiff(message: string): Error {
  return unprocessable('Validation Failed', [
    { resource: 'PullRequestReviewComment', code: 'custom', field: 'line', message },
  ]);
}

/** "Replies to replies are not supported": they go to the first comment of the thread. */
function reply(call: Call, pull: Pull, to: ReviewComment, text: string): Answer {
  if (to.replyTo !== null) throw notFound();
  refuseLocked(call, pull);
  const body = checkBody(text, 'PullRequestReviewComment');
  const review = addReview(call, pull, { body: '', commit: pull.head.sha, state: 'COMMENTED' });
  const comment = addReviewComment(call, { pull, review, path: to.path, body, replyTo: to.id, place: to });
  return created(reviewCommentShape(call.world, call.repository, pull, comment));
}
