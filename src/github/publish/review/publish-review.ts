/**
 * Brings the review comments of a pull request to what its report wants. Trouble with them is an answer, not an
 * exception: whatever has no comment stands in the summary, and the check concludes all the same.
 */
import { planConversation } from '../../../reporters/conversation/plan-conversation.ts';
import type { Review } from '../../../reporters/conversation/review-of.ts';
import type { ReviewComment } from '../../../reporters/review-comments/review-comment.ts';
import type { GitHubClient } from '../../github-client.ts';
import { GitHubError } from '../../github-error.ts';
import { listChangedFiles } from '../../list-changed-files.ts';
import type { PullRequestTarget } from '../list-summary-comments.ts';
import type { PublishTiming } from '../publish-timing.ts';
import { carryOut } from './carry-out.ts';
import type { Conversation } from './conversation-of-nodes.ts';
import { isRefused } from './is-refused.ts';
import type { PostOptions } from './post-comments.ts';
import { readConversation } from './read-conversation.ts';

export interface ReviewOutcome {
  /** By fingerprint: addresses of the comments that stand. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Why some could not be written, for people. */
  readonly failure: string | undefined;
}

export interface ReviewRequest {
  readonly target: PullRequestTarget;
  readonly review: Review;
  /** What the review wants, where that needs none of GitHub's patches; undefined where it does. */
  readonly located?: (() => Promise<readonly ReviewComment[] | undefined>) | undefined;
  /** The conversation of a while ago. Nothing is edited, answered or deleted for what it says: people write meanwhile. */
  readonly known?: Conversation | undefined;
  readonly timing: Pick<PublishTiming, 'wait'>;
}

const NONE: ReviewOutcome = { addresses: new Map(), failure: undefined };

/**
 * No request where nothing blocks and there was no thread. Else one for each hundred files, unless the comments are
 * located; one to look, unless what is known says that there is nothing to do but to post; then what changed. Nothing
 * is written on another head, a closed or a locked conversation.
 */
export async function publishReview(client: GitHubClient, request: ReviewRequest): Promise<ReviewOutcome> {
  const { review, known } = request;
  if (!review.blocks && known?.threads.length === 0) return NONE;
  try {
    const located = review.blocks ? await request.located?.() : [];
    return await (located === undefined ? publishAsked(client, request) : publishLocated(client, request, located));
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { ...NONE, failure: error.message };
  }
}

/** Where GitHub sees the difference otherwise, nothing was written yet, and its patches tell. */
async function publishLocated(
  client: GitHubClient,
  request: ReviewRequest,
  located: readonly ReviewComment[],
): Promise<ReviewOutcome> {
  try {
    return await publish(client, request, { comments: located, refusalThrows: true });
  } catch (error) {
    if (!isRefused(error)) throw error;
    return publishAsked(client, request);
  }
}

async function publishAsked(client: GitHubClient, request: ReviewRequest): Promise<ReviewOutcome> {
  const { owner, repo: name, pullRequest } = request.target;
  const files = await listChangedFiles(client, { owner, name }, pullRequest);
  return publish(client, request, { comments: request.review.comments(files), refusalThrows: false });
}

interface Wanted extends Pick<PostOptions, 'refusalThrows'> {
  readonly comments: readonly ReviewComment[];
}

async function publish(
  client: GitHubClient,
  { target, review, known, timing }: ReviewRequest,
  { comments: wanted, refusalThrows }: Wanted,
): Promise<ReviewOutcome> {
  const first = known ?? (await readConversation(client, target));
  const plan = ({ threads }: Conversation) => planConversation({ ...review, threads, wanted });
  const isCurrent = known === undefined || plan(first).actions.every(({ kind }) => kind === 'create');
  const now = isCurrent ? first : await readConversation(client, target);
  if (!now.open || now.headSha !== review.headSha) return NONE;
  const { headSha, locked, threads } = now;
  const { actions, addresses } = plan(now);
  if (locked && actions.length > 0) return { addresses, failure: 'the conversation is locked' };
  const present = new Set(threads.map(({ id }) => id));
  const options: PostOptions = { client, target, headSha, timing, present, refusalThrows };
  const all = new Map(addresses);
  for (const action of actions) {
    try {
      for (const [fingerprint, url] of (await carryOut(action, options)) ?? []) all.set(fingerprint, url);
    } catch (error) {
      if (refusalThrows && action.kind === 'create' && isRefused(error)) throw error;
      // Deleting comes last: what could not be posted anew is not taken away.
      if (error instanceof GitHubError) return { addresses: all, failure: error.message };
      throw error;
    }
  }
  return { addresses: all, failure: undefined };
}
