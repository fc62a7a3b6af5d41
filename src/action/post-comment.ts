/**
 * The summary comment of the Action: one, updated in place, by the account of the token. Where the token may only read,
 * as for forks and Dependabot, that is said and changes nothing.
 */
import type { GitHubClient } from '../github/github-client.ts';
import { GitHubError } from '../github/github-error.ts';
import { upsertSummaryComment } from '../github/publish/upsert-summary-comment.ts';
import { commentReport } from '../reporters/check-run/comment-report.ts';
import { escapeText } from '../reporters/markdown/escape-text.ts';
import type { JudgedRun } from './judged-run.ts';

/** A paragraph of Markdown where there is something to say. Throws only for a mistake of ours. */
export async function postComment({ judged, notes, conversation }: JudgedRun): Promise<string | undefined> {
  if (conversation === undefined) return undefined;
  const { client, repository, number, runUrl } = conversation;
  const [{ report, options }] = judged;
  const above = notes.map((note) => `${note}\n\n`).join('');
  const { body, worthSaying } = commentReport(report, {
    ...{ rule: options.rule, link: options.link, checkUrl: runUrl },
    maxLength: 65_000 - above.length,
  });
  try {
    const identity = { tokenUserId: await readOwnId(client) };
    const target = { owner: repository.owner, repo: repository.name, pullRequest: number, identity };
    const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    const outcome = await upsertSummaryComment(client, target, { body: `${above}${body}`, worthSaying }, { wait });
    return outcome.outcome === 'failed' ? describe(outcome.reason) : undefined;
  } catch (error) {
    if (error instanceof GitHubError) return describe(error.message);
    throw error;
  }
}

function describe(reason: string): string {
  const why =
    'Runs of forks and of Dependabot may have a token that only reads; this summary and the verdict are whole.';
  return `No comment was written: ${escapeText(reason)}. ${why}`;
}

async function readOwnId(client: GitHubClient): Promise<number> {
  const query = 'query { viewer { databaseId } }';
  const { viewer } = await client.query<{ viewer: { databaseId: number } }>('find out whose token this is', query);
  return viewer.databaseId;
}
