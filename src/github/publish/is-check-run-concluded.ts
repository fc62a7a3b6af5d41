/** Whether a check run is completed, as GitHub says now. Reads only. */
import type { GitHubClient } from '../github-client.ts';
import type { CheckRunTarget } from './check-run-target.ts';

export async function isCheckRunConcluded(
  client: GitHubClient,
  { owner, repo }: CheckRunTarget,
  id: number,
): Promise<boolean> {
  const { data } = await client.call(`read a check of ${owner}/${repo}`, (octokit) =>
    octokit.rest.checks.get({ owner, repo, check_run_id: id }),
  );
  return data.status === 'completed';
}
