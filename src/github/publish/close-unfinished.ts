/**
 * Closes our own older runs of the same name that never concluded (a worker died between two of them). They get the
 * conclusion of the newest, so that no reading of GitHub's rules sees another one; and no annotations.
 */
import type { CheckRunReport } from '../../reporters/check-run/check-run-report.ts';
import type { GitHubClient } from '../github-client.ts';
import type { CheckRunTarget } from './check-run-target.ts';
import type { PublishTiming } from './publish-timing.ts';
import type { StartedCheckRun } from './start-check-run.ts';
import { updateCheckRun } from './update-check-run.ts';

const MOST = 10;

/** Throws GitHubError; the run itself is concluded by then. */
export async function closeUnfinished(
  client: GitHubClient,
  run: Pick<StartedCheckRun, 'id' | 'unfinished'>,
  conclusion: NonNullable<CheckRunReport['conclusion']>,
  { target, timing }: { readonly target: CheckRunTarget; readonly timing: PublishTiming },
): Promise<void> {
  for (const id of run.unfinished.slice(0, MOST)) {
    const output = {
      title: 'superseded by a newer run',
      summary: `The verdict is in the newer run of this name (${run.id}).`,
    };
    await updateCheckRun(client, target, id, { conclusion, completedAt: timing.now(), output });
  }
}
