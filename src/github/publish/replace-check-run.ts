/**
 * A new run in place of one that has annotations of another report. The old one is left for the conclusion to close, so
 * that the check is never without a run in progress.
 */
import type { GitHubClient } from '../github-client.ts';
import type { CheckRunTarget } from './check-run-target.ts';
import { createCheckRun } from './create-check-run.ts';
import { listCheckRuns } from './list-check-runs.ts';
import type { PublishTiming } from './publish-timing.ts';
import { sendOnce } from './send-once.ts';
import type { StartedCheckRun } from './start-check-run.ts';

/** The new run; it has the newest id of the name, which is the one that GitHub's rules look at. */
export async function replaceCheckRun(
  client: GitHubClient,
  run: StartedCheckRun,
  { target, timing }: { readonly target: CheckRunTarget; readonly timing: PublishTiming },
): Promise<StartedCheckRun> {
  const created = await sendOnce({
    send: () => createCheckRun(client, target),
    find: async () => (await listCheckRuns(client, target)).own.find(({ id }) => id > run.id),
    wait: timing.wait,
  });
  return { ...run, id: created.id, url: created.url, annotations: 0, unfinished: [...run.unfinished, run.id] };
}
