/**
 * Everything a judged commit gets on GitHub, in the order that is safe: review comments, the summary that links them, then a last look whether the
 * verdict still holds, then the check. What fails before the check is said in it and never keeps it from concluding.
 */
import type { CheckRunReport } from '../../reporters/check-run/check-run-report.ts';
import type { CommentReport } from '../../reporters/check-run/comment-report.ts';
import type { Review } from '../../reporters/conversation/review-of.ts';
import type { GitHubClient } from '../github-client.ts';
import { type ConcludedCheckRun, type ConcludeOptions, concludeCheckRun } from './conclude-check-run.ts';
import type { ListedCheckRuns } from './list-check-runs.ts';
import type { PullRequestTarget, SummaryComment } from './list-summary-comments.ts';
import type { Conversation } from './review/conversation-of-nodes.ts';
import { publishReview, type ReviewRequest } from './review/publish-review.ts';
import type { StartedCheckRun } from './start-check-run.ts';
import { type CommentOutcome, upsertSummaryComment } from './upsert-summary-comment.ts';

export interface Publication {
  readonly run: StartedCheckRun;
  readonly check: CheckRunReport;
  /** Of each pull request the commit heads; none for a merge group. */
  readonly comments: readonly {
    readonly target: PullRequestTarget;
    /** `comments`: by fingerprint the addresses of the review comments that stand. */
    readonly report: (comments: ReadonlyMap<string, string>) => CommentReport;
    /** What the report wants of the review comments. */
    readonly review: Review;
    /** What that is, where it needs none of GitHub's patches. */
    readonly located?: ReviewRequest['located'];
    /** Its review threads as they were before judging. */
    readonly conversation?: Conversation | undefined;
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
  options: Omit<ConcludeOptions, 'commentFailure' | 'reviewFailure' | 'checks'>,
): Promise<Published> {
  const { run, check, stillHolds } = publication;
  const comments: CommentOutcome[] = [];
  let reviewFailure: string | undefined;
  const { timing } = options;
  for (const { target, report, known, review, located, conversation } of publication.comments) {
    const reviewed = await publishReview(client, { target, review, located, known: conversation, timing });
    reviewFailure ??= reviewed.failure;
    const { wait } = timing;
    comments.push(await upsertSummaryComment(client, target, report(reviewed.addresses), { wait, known }));
  }
  const last = await stillHolds();
  if (last === undefined) return { comments, check: undefined };
  const failed = comments.find((comment) => comment.outcome === 'failed');
  const notes = { commentFailure: failed?.reason, reviewFailure };
  const concluded = await concludeCheckRun(client, run, check, { ...options, ...last, ...notes });
  return { comments, check: concluded };
}
