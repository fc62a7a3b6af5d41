/** What is open in every repository of an installation: the list of repositories, then many of them in one request. */
import type { GitHubClient } from '../../github/github-client.ts';
import { readOpenHeads, REPOSITORIES_AT_ONCE } from '../../github/read-open-heads.ts';
import type { RepositoryHeads } from '../jobs/work-context.ts';

/**
 * For 800 repositories 24 requests: a page of the list has 100, a question is about 50. Archived ones are left out:
 * nothing can be written there. Throws GitHubError or QuotaReserved.
 */
export async function* listOpenHeads(client: GitHubClient, installationId: number): AsyncGenerator<RepositoryHeads> {
  const all = await client.call(`list the repositories of installation ${installationId}`, (octokit) =>
    octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, { per_page: 100 }),
  );
  const live = all.filter(({ archived }) => !archived);
  for (let at = 0; at < live.length; at += REPOSITORIES_AT_ONCE) {
    const some = live.slice(at, at + REPOSITORIES_AT_ONCE);
    const found = await readOpenHeads(
      client,
      some.map((each) => each.node_id),
    );
    for (const [index, { id, name, owner }] of some.entries()) {
      const repository = { installationId, repositoryId: id, owner: owner.login, name };
      yield { repository, heads: found[index] };
    }
  }
}
