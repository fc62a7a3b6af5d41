/** The merge groups that wait in the queues of a repository right now, from the branches GitHub keeps for them. */
import type { GitHubClient } from '../../github/github-client.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import { type MergeGroupRef, parseMergeGroupRef } from './parse-merge-group-ref.ts';

export interface ListedMergeGroup extends MergeGroupRef {
  readonly headSha: string;
}

/** One request; the interface gives all matching branches at once. */
export async function listMergeGroups(
  client: GitHubClient,
  { owner, name }: RepositoryName,
): Promise<readonly ListedMergeGroup[]> {
  const { data } = await client.call(`list the merge groups of ${owner}/${name}`, (octokit) =>
    octokit.rest.git.listMatchingRefs({ owner, repo: name, ref: 'heads/gh-readonly-queue/' }),
  );
  return data.flatMap(({ ref, object }) => {
    const group = parseMergeGroupRef(ref);
    return group === undefined ? [] : [{ ...group, headSha: object.sha }];
  });
}
