/**
 * Open pull requests of a repository, or those a commit heads. GitHub's list of a commit's pull requests misses forks,
 * so all are listed and compared: a conclusion belongs to a commit, and every pull request on it counts.
 */
import type { GitHubClient } from './github-client.ts';
import type { RepositoryName } from './repository-name.ts';

export interface OpenPullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly headRef: string;
  /** `owner/name`; undefined where the fork is gone. */
  readonly headRepository: string | undefined;
  readonly baseRef: string;
  readonly draft: boolean;
}

/** All of them, or those with this head commit, by number. One request for each hundred that are open. */
export async function listOpenPullRequests(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  headSha?: string,
): Promise<readonly OpenPullRequest[]> {
  const pulls = await client.call(`list the open pull requests of ${owner}/${name}`, (octokit) =>
    octokit.paginate(octokit.rest.pulls.list, { owner, repo: name, state: 'open', per_page: 100 }),
  );
  // A list that changes while it is read can hold one twice.
  const byNumber = new Map(pulls.map((pull) => [pull.number, pull]));
  return [...byNumber.values()]
    .filter((pull) => headSha === undefined || pull.head.sha === headSha)
    .sort((left, right) => left.number - right.number)
    .map((pull) => ({
      number: pull.number,
      headSha: pull.head.sha,
      headRef: pull.head.ref,
      // GitHub's description promises a repository; a deleted fork has none.
      headRepository: (pull.head.repo as { readonly full_name: string } | null)?.full_name,
      baseRef: pull.base.ref,
      draft: pull.draft ?? false,
    }));
}
