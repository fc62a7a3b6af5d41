/**
 * Everything a judged commit gets on GitHub, in the order that is safe: comments first, then a last look whether the
 * verdict still holds, then the check. What fails before the check is said in it and never keeps it from concluding.
 */
import type { CheckRunReport } from '../../reporters/check-run/check-run-report.ts';
import type { CommentReport } from '../../reporters/check-run/comment-report.ts';
import type { GitHubClient } from '../github-client.ts';
import { type ConcludedCheckRun, type ConcludeOptions, concludeCheckRun } from './conclude-check-run.ts';
import type { PullRequestTarget } from './list-summary-comments.ts';
import type { StartedCheckRun } from './start-check-run.ts';
import { type CommentOutcome, upsertSummaryComment } from './upsert-summary-comment.ts';

export interface Publication {
  readonly run: StartedCheckRun;
  readonly check: CheckRunReport;
  /** Of each pull request the commit heads; none for a merge group. */
  readonly comments: readonly { readonly target: PullRequestTarget; readonly report: CommentReport }[];
  /** Reads head, base and policy again: false where the verdict is of a state that is gone. */
  readonly stillHolds: () => Promise<boolean>;
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
  options: Omit<ConcludeOptions, 'commentFailure'>,
): Promise<Published> {
  const { run, check, stillHolds } = publication;
  const comments: CommentOutcome[] = [];
  for (const { target, report } of publication.comments) {
    comments.push(await upsertSummaryComment(client, target, report, options.timing));
  }
  if (!(await stillHolds())) return { comments, check: undefined };
  const failed = comments.find((comment) => comment.outcome === 'failed');
  const concluded = await concludeCheckRun(client, run, check, { ...options, commentFailure: failed?.reason });
  return { comments, check: concluded };
}
