/**
 * One commit, from a hint that something happened to a concluded check. Reads everything again from GitHub, lets a
 * worker judge each pull request and merge group the commit heads, and concludes with the worst. Running it twice posts
 * nothing twice; whatever fails on the way is either tried again or concluded as a failure with its reason.
 */
import type { StartedCheckRun } from '../../github/publish/start-check-run.ts';
import type { Report } from '../../model/report.ts';
import { combineCheckRuns, type JudgedChange } from '../../reporters/check-run/combine-check-runs.ts';
import { commentReport } from '../../reporters/check-run/comment-report.ts';
import { permalink } from '../../reporters/check-run/permalink.ts';
import { reviewOf } from '../../reporters/conversation/review-of.ts';
import type { ChangeSource } from '../../source/snapshot.ts';
import type { CheckJob } from '../jobs/check-job.ts';
import type { CheckDependencies } from './check-dependencies.ts';
import type { CheckIdentity } from './commit-gateway.ts';
import { describeFailure } from './describe-failure.ts';
import { isWorthRetrying } from './is-worth-retrying.ts';
import { judgeSubjects } from './judge-subjects.ts';
import { locateComments } from './locate-comments.ts';
import { type CommitState, readCommitState } from './read-commit-state.ts';
import { uploadAlerts } from './upload-alerts.ts';

/** `unchanged`: this work was concluded before. `abandoned`: the commit heads nothing any more. */
export type CheckOutcome = 'concluded' | 'unchanged' | 'abandoned' | 'no-verdict';

/** Who pushes, retargets or changes policy faster than we judge gets the next run, not an endless one. */
const ROUNDS = 3;

/**
 * @throws what is worth another try: GitHub or the database does not answer, the quota is used up, the lease was lost.
 */
export async function runCheckJob(job: CheckJob, deps: CheckDependencies): Promise<CheckOutcome> {
  let current: CheckIdentity = { headSha: job.headSha, externalId: externalIdOf(job.headSha, job.again) };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const state = await readCommitState(deps.gateway, job.headSha, deps.identity);
      if (state.subjects.length === 0) {
        await deps.gateway.closeAbandoned(job.headSha, state.checks);
        await deps.progress.abandoned();
        return 'abandoned';
      }
      current = { headSha: job.headSha, externalId: externalIdOf(state.digest, job.again) };
      const run = await deps.gateway.startCheck(current, state.checks);
      await deps.progress.started(current, run);
      if (run.conclusion !== undefined) {
        await deps.progress.concluded(current, run, []);
        return 'unchanged';
      }
      const reports = await judgeSubjects(state, deps);
      if (await conclude(current, run, { job, state, reports }, deps)) return 'concluded';
    }
    throw new Error('The pull request changed faster than it could be judged.');
  } catch (error) {
    if (deps.signal.aborted || isWorthRetrying(error)) throw error;
    const reason = describeFailure(error, deps.log);
    await deps.gateway.failCheck(current, reason);
    await deps.progress.failed(current);
    return 'no-verdict';
  }
}

interface Judged {
  readonly job: CheckJob;
  readonly state: CommitState;
  /** One for each subject, in the same order. */
  readonly reports: readonly Report[];
}

interface Compared extends JudgedChange {
  readonly change: ChangeSource;
}

/** False where head, base or policy moved meanwhile: nothing is concluded then. */
async function conclude(
  check: CheckIdentity,
  run: StartedCheckRun,
  { job, state, reports }: Judged,
  deps: CheckDependencies,
): Promise<boolean> {
  const { gateway, identity, rule, progress } = deps;
  const repository = `${job.owner}/${job.name}`;
  const isAlone = !(await progress.mayOthersWrite());
  const changes = state.subjects.flatMap(({ subject, change }, index): readonly Compared[] => {
    const report = reports[index];
    if (report === undefined) return [];
    const commits = { before: change.before[0]?.id, after: change.after.id };
    const link = permalink({ server: gateway.webUrl, repository, commits });
    const { pullRequest, baseRef: base } = subject;
    return [{ pullRequest, base, report, change, options: { rule, link } }];
  });
  const comments = changes.flatMap(({ pullRequest, report, change, options }) => {
    if (pullRequest === undefined) return [];
    const review = reviewOf(report, job.headSha, options);
    return [
      {
        pullRequest,
        report: (comments: ReadonlyMap<string, string>) =>
          commentReport(report, { ...options, comments, checkUrl: run.url }),
        known: state.comments.get(pullRequest),
        review,
        located: () => locateComments(report, change, review),
        conversation: isAlone ? state.conversations.get(pullRequest) : undefined,
      },
    ];
  });
  const stillHolds = async () => {
    await progress.assertHeld();
    const now = await readCommitState(gateway, job.headSha, identity);
    return now.digest === state.digest ? { checks: now.checks } : undefined;
  };
  const { check: concluded } = await gateway.publish(check, {
    run,
    check: combineCheckRuns(changes),
    comments,
    stillHolds,
  });
  if (concluded === undefined) return false;
  await progress.concluded(check, run, changes);
  if (concluded.outcome === 'concluded') await uploadAlerts(job.headSha, changes, deps);
  return true;
}

/** GitHub shows it to nobody; it names the work, so that a repeated delivery finds the run of the first. */
function externalIdOf(digest: string, again: string): string {
  return `threatdiff:${digest.slice(0, 40)}${again && `:${again}`}`;
}
