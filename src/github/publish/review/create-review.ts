/** Posts comments on lines of a pull request as one review, which GitHub takes or refuses as a whole. */
import type { ReviewComment } from '../../../reporters/review-comments/review-comment.ts';
import type { GitHubClient } from '../../github-client.ts';
import type { PullRequestTarget } from '../list-summary-comments.ts';

export interface PostedComment {
  readonly url: string;
  readonly body: string;
}

/**
 * Without words of its own, so that the conversation shows its comments and nothing else. Two requests: the answer to
 * the first does not name the comments. Throws GitHubError; one of kind `invalid` has posted nothing.
 */
export async function createReview(
  client: GitHubClient,
  { owner, repo, pullRequest }: PullRequestTarget,
  headSha: string,
  comments: readonly ReviewComment[],
): Promise<readonly PostedComment[]> {
  const { data: review } = await client.call(`review ${owner}/${repo}#${pullRequest}`, (octokit) =>
    octokit.rest.pulls.createReview({
      ...{ owner, repo, pull_number: pullRequest, commit_id: headSha, event: 'COMMENT' },
      comments: comments.map(placed),
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

/** GitHub refuses a range that begins on its last line. */
function placed({ path, body, place }: ReviewComment) {
  if (place.kind === 'file') return { path, body };
  const { side, line, startLine = line } = place;
  const start = startLine < line ? { start_line: startLine, start_side: side } : {};
  return { path, body, side, line, ...start };
}
