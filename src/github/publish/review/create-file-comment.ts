/** Posts a comment on a whole file of a pull request: where GitHub takes it on no line, or it belongs to none. */
import type { ReviewComment } from '../../../reporters/review-comments/review-comment.ts';
import type { GitHubClient } from '../../github-client.ts';
import type { PullRequestTarget } from '../list-summary-comments.ts';
import type { PostedComment } from './create-review.ts';

/** One request. Throws GitHubError; one of kind `invalid` has posted nothing. */
export async function createFileComment(
  client: GitHubClient,
  { owner, repo, pullRequest }: PullRequestTarget,
  headSha: string,
  { path, body }: ReviewComment,
): Promise<PostedComment> {
  const { data } = await client.call(`comment on a file of ${owner}/${repo}#${pullRequest}`, (octokit) =>
    octokit.rest.pulls.createReviewComment({
      ...{ owner, repo, pull_number: pullRequest, commit_id: headSha, path, body, subject_type: 'file' },
      request: { retries: 0 },
    }),
  );
  return { url: data.html_url, body: data.body };
}
