/**
 * Everything a judged commit gets on GitHub, in the order that is safe: comments first, then a last look whether the
 * verdict still holds, then the check. What fails before the check is said in it and never keeps it from concluding.
 */
import type { CheckRunReport } from '../../reporters/check-run/check-run-report.ts';
import type { CommentReport } from '../../reporters/check-run/comment-report.ts';
import type { GitHubClient } from '../github-client.ts';
import { type ConcludedCheckRun, type ConcludeOptions, concludeCheckRun } from './conclude-check-run.ts';
import type { ListedCheckRuns } from './list-check-runs.ts';
import type { PullRequestTarget, SummaryComment } from './list-summary-comments.ts';
import type { StartedCheckRun } from './start-check-run.ts';
import { type CommentOutcome, upsertSummaryComment } from './upsert-summary-comment.ts';

export interface Publication {
  readonly run: StartedCheckRun;
  readonly check: CheckRunReport;
  /** Of each pull request the commit heads; none for a merge group. */
  readonly comments: readonly {
    readonly target: PullRequestTarget;
    readonly report: CommentReport;
    /** Our comments on it as they were before judging. */
    readonly known?: readonly SummaryComment[] | undefined;
  }[];
  /** Reads head, base and policy again: undefined where the verdict is of a state that is gone. */
  readonly stillHolds: () => Promise<LastLook | undefined>;
}

/** What was read together with the state a verdict still holds for. */
export interface LastLook {
  /** The check runs of our name of now; undefined where they have to be asked for. */
  readonly checks: ListedCheckRuns | undefined;
}

export interface Published {
  readonly comments: readonly CommentOutcome[];
  /** Undefined where the verdict did not hold any more; the check is still in progress then. */
  readonly check: ConcludedCheckRun | undefined;
}

/** Throws GitHubError where the check could not be concluded; repeating it posts nothing twice. */
export async function publishReport(
  client: GitHubClient,
  publication: Publication,
  options: Omit<ConcludeOptions, 'commentFailure' | 'checks'>,
): Promise<Published> {
  const { run, check, stillHolds } = publication;
  const comments: CommentOutcome[] = [];
  for (const { target, report, known } of publication.comments) {
    comments.push(await upsertSummaryComment(client, target, report, { wait: options.timing.wait, known }));
  }
  const last = await stillHolds();
  if (last === undefined) return { comments, check: undefined };
  const failed = comments.find((comment) => comment.outcome === 'failed');
  const concluded = await concludeCheckRun(client, run, check, { ...options, ...last, commentFailure: failed?.reason });
  return { comments, check: concluded };
}
