/**
 * What is known of a started run, read again before anything is added to it: another attempt, or another worker, may have
 * written to it since, and what GitHub has twice it keeps twice. Reads only.
 */
import type { GitHubClient } from '../github-client.ts';
import type { CheckRunTarget } from './check-run-target.ts';
import { type ListedCheckRuns, listCheckRuns } from './list-check-runs.ts';
import type { StartedCheckRun } from './start-check-run.ts';

/** The same run with its annotations, conclusion and namesakes of now. One request, none where `listed` is given. */
export async function refreshCheckRun(
  client: GitHubClient,
  run: StartedCheckRun,
  target: CheckRunTarget,
  listed?: ListedCheckRuns,
): Promise<StartedCheckRun> {
  const { own, foreign } = listed ?? (await listCheckRuns(client, target));
  const found = own.find(({ id }) => id === run.id);
  if (found === undefined) return run;
  const conclusion = found.completed ? (found.conclusion ?? 'failure') : undefined;
  return { ...run, annotations: found.annotations, conclusion, foreign };
}
