/**
 * Comments in the conversation of a pull request, which GitHub keeps as comments of its issue.
 * https://docs.github.com/en/rest/issues/comments
 */
import { type Call, created, type Handlers, NO_CONTENT, ok } from '../http/call.ts';
import { HttpError, notFound } from '../http/http-error.ts';
import { paginate } from '../http/paginate.ts';
import { issueCommentShape } from '../shapes/pulls.ts';
import type { IssueComment } from '../state/state.ts';
import { checkBody } from './check-body.ts';

export const commentHandlers = {
  'issues/list-comments': (call) => {
    const issue = issueOf(call);
    const since = call.query('since');
    const wanted = call.repository.comments.filter(
      (comment) => comment.issue === issue && (since === undefined || comment.updatedAt >= since),
    );
    return paginate(call, wanted, { shape: (comment) => issueCommentShape(call.world, call.repository, comment) });
  },

  'issues/get-comment': (call) => ok(issueCommentShape(call.world, call.repository, commentOf(call))),

  'issues/create-comment': (call) => {
    refuseLocked(call);
    const now = call.world.timestamp();
    const comment: IssueComment = {
      issue: issueOf(call),
      body: checkBody(call.body<{ body: string }>().body, 'IssueComment'),
      id: call.world.nextId(),
      user: call.world.account(call.login).login,
      app: call.byApp,
      minimized: null,
      createdAt: now,
      updatedAt: now,
    };
    call.repository.comments.push(comment);
    return created(issueCommentShape(call.world, call.repository, comment));
  },

  'issues/update-comment': (call) => {
    const comment = commentOf(call);
    comment.body = checkBody(call.body<{ body: string }>().body, 'IssueComment');
    comment.updatedAt = call.world.timestamp();
    return ok(issueCommentShape(call.world, call.repository, comment));
  },

  'issues/delete-comment': (call) => {
    const comment = commentOf(call);
    call.repository.comments = call.repository.comments.filter((each) => each !== comment);
    return NO_CONTENT;
  },
} satisfies Handlers;

/** https://docs.github.com/en/communities/moderating-comments-and-conversations/locking-conversations */
function refuseLocked(call: Call): void {
  if (call.token?.kind === 'user' || !call.repository.pulls.get(issueOf(call))?.locked) return;
  throw new HttpError(403, 'Unable to create comment because issue is locked.');
}

/** Every issue of the stand-in is a pull request. */
function issueOf(call: Call): number {
  const number = call.number('issue_number');
  if (!call.repository.pulls.has(number)) throw notFound();
  return number;
}

function commentOf(call: Call): IssueComment {
  const comment = call.repository.comments.find(({ id }) => id === call.number('comment_id'));
  if (!comment) throw notFound();
  return comment;
}
