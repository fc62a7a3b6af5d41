/**
 * Posts new review comments so that one GitHub does not take never costs the others: a refused review is halved until
 * the refused comment is alone. That one goes to its whole file; where not even that is taken, the summary has it.
 */
import { findingMarker } from '../../../reporters/conversation/finding-marker.ts';
import type { ReviewComment } from '../../../reporters/review-comments/review-comment.ts';
import type { GitHubClient } from '../../github-client.ts';
import type { PullRequestTarget } from '../list-summary-comments.ts';
import type { PublishTiming } from '../publish-timing.ts';
import { sendOnce } from '../send-once.ts';
import { createComment, type PostedComment } from './create-comment.ts';
import { createReview } from './create-review.ts';
import { isRefused } from './is-refused.ts';
import { readConversation } from './read-conversation.ts';

export interface PostOptions {
  readonly client: GitHubClient;
  readonly target: PullRequestTarget;
  readonly headSha: string;
  readonly timing: Pick<PublishTiming, 'wait'>;
  /** Ids of the threads that were there before. */
  readonly present: ReadonlySet<string>;
  /** Throws what GitHub refuses instead of looking for a place it takes: the places are not GitHub's own. */
  readonly refusalThrows: boolean;
}

/** Addresses by fingerprint of what was posted. Throws GitHubError; of kind `invalid` only where a refusal throws. */
export async function postComments(
  comments: readonly ReviewComment[],
  options: PostOptions,
): Promise<ReadonlyMap<string, string>> {
  const onLines = comments.filter(({ place }) => place.kind === 'lines');
  const onFiles = comments.filter(({ place }) => place.kind === 'file');
  const posted = [...(await postReview(onLines, options))];
  for (const comment of onFiles) posted.push(...(await postOnFile(comment, options)));
  return new Map(posted.flatMap(({ url, body }) => findingMarker.read(body).map((each) => [each, url])));
}

async function postReview(comments: readonly ReviewComment[], options: PostOptions): Promise<readonly PostedComment[]> {
  const [first] = comments;
  if (first === undefined) return [];
  const { client, target, headSha } = options;
  try {
    return await once(comments, options, () => createReview(client, target, headSha, comments));
  } catch (error) {
    if (!isRefused(error) || options.refusalThrows) throw error;
  }
  if (comments.length === 1) return postOnFile(first, options);
  const middle = Math.ceil(comments.length / 2);
  const left = await postReview(comments.slice(0, middle), options);
  return [...left, ...(await postReview(comments.slice(middle), options))];
}

async function postOnFile(comment: ReviewComment, options: PostOptions): Promise<readonly PostedComment[]> {
  const { client, target, headSha } = options;
  try {
    const onFile = { ...comment, place: { kind: 'file' } } as const;
    return await once([comment], options, async () => [await createComment(client, target, headSha, onFile)]);
  } catch (error) {
    if (isRefused(error)) return [];
    throw error;
  }
}

/** What was posted although its answer was lost is found by its marker, in threads that were not there before. */
function once(
  comments: readonly ReviewComment[],
  { client, target, timing, present }: PostOptions,
  send: () => Promise<readonly PostedComment[]>,
): Promise<readonly PostedComment[]> {
  const wanted = new Set(comments.flatMap(({ fingerprints }) => fingerprints));
  const find = async (): Promise<readonly PostedComment[] | undefined> => {
    const { threads } = await readConversation(client, target);
    const found = threads.filter(
      ({ id, fingerprints }) => !present.has(id) && fingerprints.some((each) => wanted.has(each)),
    );
    return found.length === 0 ? undefined : found.map(({ comment }) => comment);
  };
  return sendOnce({ send, find, wait: timing.wait });
}
