/**
 * Resolves a thread or opens it again. GitHub lets an App do that with the permission to write contents only, which is
 * optional: without it the answer in the thread is all there is.
 */
import type { GitHubClient } from '../../github-client.ts';
import { GitHubError } from '../../github-error.ts';
import type { PublishTiming } from '../publish-timing.ts';
import { sendOnce } from '../send-once.ts';

const MUTATIONS = {
  resolve: 'mutation ($thread: ID!) { resolveReviewThread(input: { threadId: $thread }) { clientMutationId } }',
  unresolve: 'mutation ($thread: ID!) { unresolveReviewThread(input: { threadId: $thread }) { clientMutationId } }',
} as const;

/** Does nothing where it is forbidden or the thread is gone. Doing it twice is doing it once. Throws GitHubError. */
export async function resolveThread(
  client: GitHubClient,
  thread: string,
  kind: keyof typeof MUTATIONS,
  { wait }: Pick<PublishTiming, 'wait'>,
): Promise<void> {
  const send = () => client.query(`${kind} a review thread`, MUTATIONS[kind], { thread });
  try {
    await sendOnce<unknown>({ send, find: () => Promise.resolve(undefined), wait });
  } catch (error) {
    if (!(error instanceof GitHubError) || (error.kind !== 'forbidden' && error.kind !== 'not-found')) throw error;
  }
}
