/**
 * Makes the check appear, in progress, as soon as there is work for a commit. A second delivery of the same work finds
 * the run of the first one instead.
 */
import type { GitHubClient } from '../github-client.ts';
import type { CheckRunTarget } from './check-run-target.ts';
import { type CreatedCheckRun, createCheckRun } from './create-check-run.ts';
import { type ForeignCheckRun, type ListedCheckRuns, listCheckRuns } from './list-check-runs.ts';
import type { PublishTiming } from './publish-timing.ts';
import { sendOnce } from './send-once.ts';

export interface StartedCheckRun {
  readonly id: number;
  /** Its page on GitHub. */
  readonly url: string | undefined;
  /** Annotations it had when it was looked at; 0 for a new one. */
  readonly annotations: number;
  /** Set where this work was concluded before: there is nothing left to do. */
  readonly conclusion: string | undefined;
  /** Our own older runs of the name that never concluded; they are closed with this one. */
  readonly unfinished: readonly number[];
  readonly foreign: readonly ForeignCheckRun[];
}

/**
 * One request where the run is new; one more where `seen`, the runs of this moment, is left out. Throws GitHubError;
 * without `checks: write` a forbidden one.
 */
export async function startCheckRun(
  client: GitHubClient,
  target: CheckRunTarget,
  timing: PublishTiming,
  seen?: ListedCheckRuns,
): Promise<StartedCheckRun> {
  const listed = seen ?? (await listCheckRuns(client, target));
  const known = pick(listed, target);
  if (known !== undefined) return known;
  return sendOnce({
    send: async () => describeNew(await createCheckRun(client, target), listed),
    find: async () => pick(await listCheckRuns(client, target), target),
    wait: timing.wait,
  });
}

function pick({ own, foreign }: ListedCheckRuns, { externalId }: CheckRunTarget): StartedCheckRun | undefined {
  // Only the newest counts for GitHub: work that was concluded, then followed by other work, and asked for once more
  // (a pull request that is closed and opened again) needs a run of its own.
  const [run, ...older] = own;
  if (run === undefined || run.externalId !== externalId) return undefined;
  const unfinished = older.filter(({ completed }) => !completed).map(({ id }) => id);
  const { id, url, annotations, completed, conclusion } = run;
  return { id, url, annotations, conclusion: completed ? (conclusion ?? 'failure') : undefined, unfinished, foreign };
}

function describeNew({ id, url }: CreatedCheckRun, { own, foreign }: ListedCheckRuns): StartedCheckRun {
  const unfinished = own.filter(({ completed }) => !completed).map((each) => each.id);
  return { id, url, annotations: 0, conclusion: undefined, unfinished, foreign };
}
