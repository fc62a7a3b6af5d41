/** Carries out one planned action of a conversation. Each is safe to repeat; what is gone meanwhile is no trouble. */
import type { ConversationAction } from '../../../reporters/conversation/plan-conversation.ts';
import { ifThere } from '../if-there.ts';
import { sendOnce } from '../send-once.ts';
import { type PostOptions, postComments } from './post-comments.ts';
import { readConversation } from './read-conversation.ts';
import { resolveThread } from './resolve-thread.ts';

/** Addresses by fingerprint of comments that were posted. Throws GitHubError. */
export async function carryOut(
  action: ConversationAction,
  options: PostOptions,
): Promise<ReadonlyMap<string, string> | undefined> {
  const { client, timing } = options;
  switch (action.kind) {
    case 'create':
      return postComments(action.comments, options);
    case 'update':
      await update(action, options);
      return undefined;
    case 'resolve':
    case 'unresolve':
      await resolveThread(client, action.thread, action.kind, timing);
      return undefined;
    case 'reply':
      await reply(action, options);
      return undefined;
    case 'delete':
      for (const comment of action.comments) await remove(comment, options);
      return undefined;
  }
}

type Of<Kind extends ConversationAction['kind']> = ConversationAction & { readonly kind: Kind };

async function update({ comment, body }: Of<'update'>, { client, target }: PostOptions): Promise<void> {
  const { owner, repo, pullRequest } = target;
  await ifThere(() =>
    client.call(`update a review comment on ${owner}/${repo}#${pullRequest}`, (octokit) =>
      octokit.rest.pulls.updateReviewComment({ owner, repo, comment_id: comment, body }),
    ),
  );
}

async function reply({ thread, state, body }: Of<'reply'>, { client, target, timing }: PostOptions): Promise<void> {
  const { owner, repo, pullRequest } = target;
  const send = () =>
    ifThere(() =>
      client.call(`answer in a review thread of ${owner}/${repo}#${pullRequest}`, (octokit) =>
        octokit.rest.pulls.createReplyForReviewComment({
          ...{ owner, repo, pull_number: pullRequest, comment_id: thread.comment.id, body },
          request: { retries: 0 },
        }),
      ),
    );
  const find = async (): Promise<true | undefined> => {
    const { threads } = await readConversation(client, target);
    return threads.some((each) => each.id === thread.id && each.state === state) || undefined;
  };
  await sendOnce({ send, find, wait: timing.wait });
}

async function remove(comment: number, { client, target }: PostOptions): Promise<void> {
  const { owner, repo, pullRequest } = target;
  await ifThere(() =>
    client.call(`delete a review comment on ${owner}/${repo}#${pullRequest}`, (octokit) =>
      octokit.rest.pulls.deleteReviewComment({ owner, repo, comment_id: comment }),
    ),
  );
}
