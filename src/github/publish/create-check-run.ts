/** Creates a check run in progress, once. Whether one exists is the caller's question. */
import type { GitHubClient } from '../github-client.ts';
import type { CheckRunTarget } from './check-run-target.ts';

export interface CreatedCheckRun {
  readonly id: number;
  readonly url: string | undefined;
}

/** Throws GitHubError; one of kind `unavailable` leaves open whether there is a new run. */
export async function createCheckRun(
  client: GitHubClient,
  { owner, repo, headSha, name, externalId, detailsUrl }: CheckRunTarget,
): Promise<CreatedCheckRun> {
  const { data } = await client.call(`create a check in ${owner}/${repo}`, (octokit) =>
    octokit.rest.checks.create({
      owner,
      repo,
      name,
      head_sha: headSha,
      external_id: externalId,
      status: 'in_progress',
      ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
      output: { title: 'reading the change', summary: 'The trees before and after this change are being compared.' },
      request: { retries: 0 },
    }),
  );
  return { id: data.id, url: data.html_url ?? undefined };
}
