/**
 * Puts a report into a check run that was started: annotations first, the conclusion with the last request. Safe to
 * repeat after any interruption: a run that is concluded is left alone, one that has a part of the annotations gets the
 * rest, and one that has annotations of another report is replaced by a new run, because GitHub never removes any.
 */
import type { CheckAnnotation } from '../../reporters/check-run/check-annotation.ts';
import type { CheckRunReport } from '../../reporters/check-run/check-run-report.ts';
import type { GitHubClient } from '../github-client.ts';
import { checkOutput } from './check-output.ts';
import type { CheckRunTarget } from './check-run-target.ts';
import { closeUnfinished } from './close-unfinished.ts';
import { type AnnotationSender, deliverAnnotations } from './deliver-annotations.ts';
import { isCheckRunConcluded } from './is-check-run-concluded.ts';
import { listAnnotations } from './list-annotations.ts';
import type { ListedCheckRuns } from './list-check-runs.ts';
import type { PublishTiming } from './publish-timing.ts';
import { refreshCheckRun } from './refresh-check-run.ts';
import { replaceCheckRun } from './replace-check-run.ts';
import type { StartedCheckRun } from './start-check-run.ts';
import { subtractAnnotations } from './subtract-annotations.ts';
import { type CheckRunAction, updateCheckRun } from './update-check-run.ts';

export interface ConcludeOptions {
  readonly target: CheckRunTarget;
  readonly timing: PublishTiming;
  readonly actions?: readonly CheckRunAction[];
  /** Why the summary comment could not be written; said in the summary. */
  readonly commentFailure?: string | undefined;
  /** The same of review comments. */
  readonly reviewFailure?: string | undefined;
  /** The check runs of our name, read a moment ago; asked for where left out. */
  readonly checks?: ListedCheckRuns | undefined;
}

export interface ConcludedCheckRun {
  readonly id: number;
  readonly url: string | undefined;
  /** `in_progress` for a report that waits; `already` where this work was concluded before. */
  readonly outcome: 'concluded' | 'in_progress' | 'already';
  /** Annotations GitHub refused; the summary says so. */
  readonly undelivered: number;
}

/**
 * Up to 50 annotations are one request, up to 200 are four; and one to look, where there are any. Throws GitHubError,
 * with the run still in progress: do it again, or `failCheckRun`.
 */
export async function concludeCheckRun(
  client: GitHubClient,
  started: StartedCheckRun,
  report: CheckRunReport,
  options: ConcludeOptions,
): Promise<ConcludedCheckRun> {
  const { target, timing } = options;
  const settled = started.conclusion !== undefined || report.annotations.length === 0;
  const run = settled ? started : await refreshCheckRun(client, started, target, options.checks);
  if (run.conclusion !== undefined) {
    await closeUnfinished(client, run, asConclusion(run.conclusion), options);
    return { id: run.id, url: run.url, outcome: 'already', undelivered: 0 };
  }
  if (report.conclusion === undefined) return showProgress(client, run, report, options);
  const present = run.annotations === 0 ? [] : await listAnnotations(client, target, run.id);
  if (subtractAnnotations(report.annotations, present).unwanted > 0) {
    const other = await replaceCheckRun(client, run, options);
    return concludeCheckRun(client, other, report, { ...options, checks: undefined });
  }
  const sender = createSender(client, run, { ...report, conclusion: report.conclusion }, options);
  const undelivered = await deliverAnnotations({ wanted: report.annotations, present }, sender, timing.wait);
  await closeUnfinished(client, run, report.conclusion, options);
  return { id: run.id, url: run.url, outcome: 'concluded', undelivered };
}

/** What people and GitHub may have made of it (cancelled, stale) does not satisfy a rule, and neither does a failure. */
function asConclusion(conclusion: string): Concluding['conclusion'] {
  return conclusion === 'success' || conclusion === 'neutral' ? conclusion : 'failure';
}

type Concluding = CheckRunReport & { readonly conclusion: NonNullable<CheckRunReport['conclusion']> };

function createSender(
  client: GitHubClient,
  run: StartedCheckRun,
  report: Concluding,
  { target, timing, actions = [], commentFailure, reviewFailure }: ConcludeOptions,
): AnnotationSender {
  const outputWith = (undelivered: number) =>
    checkOutput(target.name, report, {
      ...{ undelivered, foreign: run.foreign },
      ...{ comment: commentFailure, review: reviewFailure },
    });
  return {
    add: (annotations: readonly CheckAnnotation[]) => {
      const output = {
        title: 'writing annotations',
        summary: 'The verdict follows with the last of them.',
        annotations,
      };
      return updateCheckRun(client, target, run.id, { output });
    },
    conclude: (annotations, undelivered) => {
      const output = { ...outputWith(undelivered), annotations };
      const { conclusion } = report;
      return updateCheckRun(client, target, run.id, { conclusion, completedAt: timing.now(), output, actions });
    },
    look: async () => ({
      concluded: await isCheckRunConcluded(client, target, run.id),
      present: await listAnnotations(client, target, run.id),
    }),
  };
}

/** Waiting for something outside: texts only, which replace those before; annotations come with the conclusion. */
async function showProgress(
  client: GitHubClient,
  run: StartedCheckRun,
  report: CheckRunReport,
  { target, commentFailure, reviewFailure }: ConcludeOptions,
): Promise<ConcludedCheckRun> {
  const notes = { undelivered: 0, foreign: run.foreign, comment: commentFailure, review: reviewFailure };
  const output = checkOutput(target.name, report, notes);
  await updateCheckRun(client, target, run.id, { output });
  return { id: run.id, url: run.url, outcome: 'in_progress', undelivered: 0 };
}
