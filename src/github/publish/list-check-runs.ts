/**
 * The check runs of our name on a commit: ours, and those of other apps. Any workflow with `checks: write` may post one
 * under our name, so a name proves nothing; the app's id does. Reads only.
 */
import type { GitHubClient } from '../github-client.ts';
import type { CheckRunTarget } from './check-run-target.ts';

export interface OwnCheckRun {
  readonly id: number;
  readonly url: string | undefined;
  readonly externalId: string;
  readonly completed: boolean;
  readonly conclusion: string | undefined;
  /** Annotations GitHub has of it. */
  readonly annotations: number;
}

/** A check of our name that another app reports. */
export interface ForeignCheckRun {
  readonly id: number;
  readonly appId: number | undefined;
  readonly appSlug: string;
  readonly conclusion: string | undefined;
}

export interface ListedCheckRuns {
  /** Newest first; GitHub's rules look at the newest of a name. */
  readonly own: readonly OwnCheckRun[];
  readonly foreign: readonly ForeignCheckRun[];
}

type Data = Awaited<ReturnType<typeof request>>;
type Run = Data['check_runs'][number];

const PAGE = 100;

/** One request; two where so many runs have the name that ours might be beyond the first page. */
export async function listCheckRuns(client: GitHubClient, target: CheckRunTarget): Promise<ListedCheckRuns> {
  const all = await request(client, target, false);
  const runs =
    all.total_count <= PAGE ? all.check_runs : [...all.check_runs, ...(await request(client, target, true)).check_runs];
  const byId = new Map(runs.map((run) => [run.id, run]));
  const newest = [...byId.values()].sort((a, b) => b.id - a.id);
  const isOwn = (run: Run): boolean => run.app?.id === target.appId;
  return {
    own: newest.filter(isOwn).map(describeOwn),
    foreign: newest.filter((run) => !isOwn(run)).map(describeForeign),
  };
}

function request(client: GitHubClient, { owner, repo, headSha, name, appId }: CheckRunTarget, onlyOwn: boolean) {
  return client.call(`list the checks of ${owner}/${repo}`, async (octokit) => {
    const { data } = await octokit.rest.checks.listForRef({
      owner,
      repo,
      ref: headSha,
      check_name: name,
      filter: 'all',
      per_page: PAGE,
      ...(onlyOwn ? { app_id: appId } : {}),
    });
    return data;
  });
}

function describeOwn(run: Run): OwnCheckRun {
  return {
    id: run.id,
    url: run.html_url ?? undefined,
    externalId: run.external_id ?? '',
    completed: run.status === 'completed',
    conclusion: run.conclusion ?? undefined,
    annotations: run.output.annotations_count,
  };
}

function describeForeign({ id, app, conclusion }: Run): ForeignCheckRun {
  return { id, appId: app?.id, appSlug: app?.slug ?? 'unknown', conclusion: conclusion ?? undefined };
}
