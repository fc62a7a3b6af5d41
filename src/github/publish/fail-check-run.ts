/**
 * Concludes a check that has no verdict: the source was unreadable, a worker died, a deadline passed. It fails and says
 * why; unknown is never neutral. Work that was concluded stays as it was.
 */
import { plainText } from '../../reporters/check-run/plain-text.ts';
import { escapeText } from '../../reporters/markdown/escape-text.ts';
import type { GitHubClient } from '../github-client.ts';
import type { CheckRunTarget } from './check-run-target.ts';
import { closeUnfinished } from './close-unfinished.ts';
import type { ConcludedCheckRun } from './conclude-check-run.ts';
import type { PublishTiming } from './publish-timing.ts';
import { startCheckRun } from './start-check-run.ts';
import { updateCheckRun } from './update-check-run.ts';

/** `reason`: one sentence for people. Finds the run of this work or makes one. Throws GitHubError. */
export async function failCheckRun(
  client: GitHubClient,
  target: CheckRunTarget,
  reason: string,
  timing: PublishTiming,
): Promise<ConcludedCheckRun> {
  const run = await startCheckRun(client, target, timing);
  const done = { id: run.id, url: run.url, undelivered: 0 };
  if (run.conclusion !== undefined) return { ...done, outcome: 'already' };
  const output = {
    title: `no verdict: ${plainText(reason, 100)}`,
    summary: `### Threatdiff: no verdict\n\n${escapeText(reason, 2000)}\n\nNothing was decided about this change, so the check fails. Run it again when the cause is gone.`,
  };
  await updateCheckRun(client, target, run.id, { conclusion: 'failure', completedAt: timing.now(), output });
  await closeUnfinished(client, run, 'failure', { target, timing });
  return { ...done, outcome: 'concluded' };
}
