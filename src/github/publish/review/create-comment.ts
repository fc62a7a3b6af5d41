/** Posts one comment on a pull request, on lines of its difference or on a whole file, and tells where it stands. */
import type { ReviewComment } from '../../../reporters/review-comments/review-comment.ts';
import type { GitHubClient } from '../../github-client.ts';
import type { PullRequestTarget } from '../list-summary-comments.ts';
import { placeOnDiff } from './place-on-diff.ts';

export interface PostedComment {
  readonly url: string;
  readonly body: string;
}

/** One request. Throws GitHubError; one of kind `invalid` has posted nothing. */
export async function createComment(
  client: GitHubClient,
  { owner, repo, pullRequest }: PullRequestTarget,
  headSha: string,
  { path, body, place }: Pick<ReviewComment, 'path' | 'body' | 'place'>,
): Promise<PostedComment> {
  const { data } = await client.call(`comment on a file of ${owner}/${repo}#${pullRequest}`, (octokit) =>
    octokit.rest.pulls.createReviewComment({
      ...{ owner, repo, pull_number: pullRequest, commit_id: headSha, path, body },
      ...(place.kind === 'file' ? { subject_type: 'file' as const } : placeOnDiff(place)),
      request: { retries: 0 },
    }),
  );
  return { url: data.html_url, body: data.body };
}
