/**
 * The comments of the Action, by the account of its token: on the lines of what blocks, and one summary, updated in
 * place. Where the token may only read, as for forks and Dependabot, that is said and changes nothing.
 */
import type { GitHubClient } from '../github/github-client.ts';
import { GitHubError } from '../github/github-error.ts';
import type { OwnIdentity } from '../github/publish/list-summary-comments.ts';
import { publishReview } from '../github/publish/review/publish-review.ts';
import { upsertSummaryComment } from '../github/publish/upsert-summary-comment.ts';
import { commentReport } from '../reporters/check-run/comment-report.ts';
import { reviewOf } from '../reporters/conversation/review-of.ts';
import { escapeText } from '../reporters/markdown/escape-text.ts';
import type { JudgedRun } from './judged-run.ts';

/** A paragraph of Markdown where something could not be written. Throws only for a mistake of ours. */
export async function postComments({ judged, notes, conversation }: JudgedRun): Promise<string | undefined> {
  if (conversation === undefined) return undefined;
  const { client, repository, number, runUrl } = conversation;
  const [{ report, options }] = judged;
  try {
    const identity = await readIdentity(client);
    const target = { owner: repository.owner, repo: repository.name, pullRequest: number, identity };
    const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    const review = reviewOf(report, report.after, options);
    const { addresses, failure } = await publishReview(client, { target, review, timing: { wait } });
    const above = notes.map((note) => `${note}\n\n`).join('');
    const room = { maxLength: 65_000 - above.length };
    const { body, worthSaying } = commentReport(report, {
      ...options,
      ...room,
      checkUrl: runUrl,
      comments: addresses,
    });
    const summary = { body: `${above}${body}`, worthSaying };
    const outcome = await upsertSummaryComment(client, target, summary, { wait });
    const reason = outcome.outcome === 'failed' ? outcome.reason : failure;
    return reason === undefined ? undefined : describe(reason);
  } catch (error) {
    if (error instanceof GitHubError) return describe(error.message);
    throw error;
  }
}

function describe(reason: string): string {
  const why =
    'Runs of forks and of Dependabot may have a token that only reads; this summary and the verdict are whole.';
  return `Not every comment could be written: ${escapeText(reason)}. ${why}`;
}

/** A workflow's own token is that of `github-actions[bot]`; GitHub answers who it is here, and not at `/user`. */
async function readIdentity(client: GitHubClient): Promise<OwnIdentity> {
  const query = 'query { viewer { login databaseId } }';
  const { viewer } = await client.query<{ viewer: { login: string; databaseId: number } }>(
    'find out whose token this is',
    query,
  );
  const slug = viewer.login.endsWith('[bot]') ? viewer.login.slice(0, -'[bot]'.length) : undefined;
  return { tokenUserId: viewer.databaseId, slug };
}
