/**
 * The files of a pull request as GitHub shows them, with their hunks: where a review comment may stand. Never decides
 * what is analysed; GitHub stops at 3,000 files and leaves long patches out.
 * https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files
 */
import type { PatchedFile } from '../reporters/review-comments/review-comment.ts';
import type { GitHubClient } from './github-client.ts';
import type { RepositoryName } from './repository-name.ts';

/** One request for each hundred files. Throws a GitHubError. */
export async function listChangedFiles(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  number: number,
): Promise<readonly PatchedFile[]> {
  const files = await client.call(`list the files of pull request ${number} of ${owner}/${name}`, (octokit) =>
    octokit.paginate(octokit.rest.pulls.listFiles, { owner, repo: name, pull_number: number, per_page: 100 }),
  );
  return files.map(({ filename: path, previous_filename: previousPath, status, patch }) => ({
    path,
    status,
    ...(previousPath === undefined ? {} : { previousPath }),
    ...(patch === undefined ? {} : { patch }),
  }));
}
