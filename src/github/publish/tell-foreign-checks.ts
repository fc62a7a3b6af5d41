/**
 * Tells of another app's check of our name that came after our conclusion, in front of the summary that is there. The
 * conclusion, the annotations and everything else stay as they are.
 */
import type { GitHubClient } from '../github-client.ts';
import type { CheckRunTarget } from './check-run-target.ts';
import { describeForeignChecks } from './describe-foreign-checks.ts';
import type { StartedCheckRun } from './start-check-run.ts';

const MAX_BYTES = 65_535;

/** Gives the run back. No request where there is nothing to tell, one where it was told, else two. Throws GitHubError. */
export async function tellForeignChecks(
  client: GitHubClient,
  { owner, repo, name }: CheckRunTarget,
  run: StartedCheckRun,
): Promise<StartedCheckRun> {
  const note = describeForeignChecks(name, run.foreign);
  // Before the conclusion, the conclusion itself tells.
  if (note === undefined || run.conclusion === undefined) return run;
  const { data } = await client.call(`read a check of ${owner}/${repo}`, (octokit) =>
    octokit.rest.checks.get({ owner, repo, check_run_id: run.id }),
  );
  const { title, summary, text } = data.output;
  const told = [note, summary ?? ''].join('\n\n');
  if (summary?.includes(note) === true || Buffer.byteLength(told) > MAX_BYTES) return run;
  await client.call(`tell of another app's check in ${owner}/${repo}`, (octokit) =>
    octokit.rest.checks.update({
      owner,
      repo,
      check_run_id: run.id,
      output: { title: title ?? name, summary: told, ...(text === null ? {} : { text }) },
    }),
  );
  return run;
}
