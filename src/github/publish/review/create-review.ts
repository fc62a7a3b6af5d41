/** Posts comments on lines of a pull request as one review, which GitHub takes or refuses as a whole. */
import type { ReviewComment } from '../../../reporters/review-comments/review-comment.ts';
import type { GitHubClient } from '../../github-client.ts';
import type { PullRequestTarget } from '../list-summary-comments.ts';
import { createComment, type PostedComment } from './create-comment.ts';
import { placeOnDiff } from './place-on-diff.ts';

/**
 * Without words of its own, so that the conversation shows its comments and nothing else. One request for a single
 * comment; two for several, since the answer to a review does not name its comments. Throws GitHubError; one of kind
 * `invalid` has posted nothing.
 */
export async function createReview(
  client: GitHubClient,
  target: PullRequestTarget,
  headSha: string,
  comments: readonly ReviewComment[],
): Promise<readonly PostedComment[]> {
  const [first, second] = comments;
  // GitHub makes a review of a single comment by itself, and reads look the same.
  if (first !== undefined && second === undefined) return [await createComment(client, target, headSha, first)];
  const { owner, repo, pullRequest } = target;
  const { data: review } = await client.call(`review ${owner}/${repo}#${pullRequest}`, (octokit) =>
    octokit.rest.pulls.createReview({
      ...{ owner, repo, pull_number: pullRequest, commit_id: headSha, event: 'COMMENT' },
      comments: comments.map(({ path, body, place }) => ({
        ...{ path, body },
        ...(place.kind === 'file' ? {} : placeOnDiff(place)),
      })),
      request: { retries: 0 },
    }),
  );
  const { data } = await client.call(`read the review of ${owner}/${repo}#${pullRequest}`, (octokit) =>
    octokit.rest.pulls.listCommentsForReview({
      ...{ owner, repo, pull_number: pullRequest, review_id: review.id, per_page: 100 },
    }),
  );
  return data.map(({ html_url: url, body }) => ({ url, body }));
}
