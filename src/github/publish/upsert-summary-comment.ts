/**
 * One summary comment for a pull request, updated in place, and silence where there is nothing to say. Trouble with it
 * is an answer, not an exception: the check concludes without it. Order: the comment first, the check last.
 */
import type { CommentReport } from '../../reporters/check-run/comment-report.ts';
import type { GitHubClient } from '../github-client.ts';
import { GitHubError } from '../github-error.ts';
import { ifThere } from './if-there.ts';
import { listSummaryComments, type PullRequestTarget, type SummaryComment } from './list-summary-comments.ts';
import type { PublishTiming } from './publish-timing.ts';
import { sendOnce } from './send-once.ts';
import { summaryMarker } from './summary-marker.ts';

/** In the small print, which is a line of its own. */
const FULL_REPORT = /^(<sub>before .*)\[full report\]\(<[^<>\s]*>\)<\/sub>$/m;

export type CommentOutcome =
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly id: number; readonly url: string }
  /** There is no comment, and nothing that would be worth one. */
  | { readonly outcome: 'silent' }
  /** `again`: the same may work later. Else a permission is missing, or the conversation is locked or gone. */
  | { readonly outcome: 'failed'; readonly reason: string; readonly again: boolean };

export interface UpsertOptions extends Pick<PublishTiming, 'wait'> {
  /**
   * Our comments as they were a while ago. Believed for what was there, never for absence: another commit of the same
   * pull request may have got a comment since.
   */
  readonly known?: readonly SummaryComment[] | undefined;
}

/** One request where nothing changed (none where that is known), two else; one more for each duplicate, deleted. */
export async function upsertSummaryComment(
  client: GitHubClient,
  target: PullRequestTarget,
  report: CommentReport,
  options: UpsertOptions,
): Promise<CommentOutcome> {
  try {
    return await upsert(client, target, report, options);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return {
      outcome: 'failed',
      reason: error.message,
      again: error.kind === 'unavailable' || error.kind === 'rate-limited',
    };
  }
}

async function upsert(
  client: GitHubClient,
  target: PullRequestTarget,
  report: CommentReport,
  { wait, known }: UpsertOptions,
): Promise<CommentOutcome> {
  const [oldest, ...duplicates] = known ?? (await listSummaryComments(client, target));
  const body = summaryMarker.mark(report.body, target.identity);
  if (oldest === undefined) {
    if (!report.worthSaying) return { outcome: 'silent' };
    return known === undefined ? create(client, target, body, { wait }) : upsert(client, target, report, { wait });
  }
  const changed = normalize(oldest.body) !== normalize(body);
  const written = changed ? await update(client, target, oldest, body) : true;
  // Two workers may have written one each. Comments of a conversation have no replies, so nothing hangs on the younger.
  for (const { id } of duplicates) await remove(client, target, id);
  // Somebody deleted it between our two requests.
  if (!written) return report.worthSaying ? create(client, target, body, { wait }) : { outcome: 'silent' };
  return { outcome: changed ? 'updated' : 'unchanged', id: oldest.id, url: oldest.url };
}

async function create(
  client: GitHubClient,
  target: PullRequestTarget,
  body: string,
  { wait }: Pick<PublishTiming, 'wait'>,
): Promise<CommentOutcome> {
  const { owner, repo, pullRequest } = target;
  const { id, url } = await sendOnce({
    send: async () => {
      const { data } = await client.call(`comment on ${owner}/${repo}#${pullRequest}`, (octokit) =>
        octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body, request: { retries: 0 } }),
      );
      return { id: data.id, url: data.html_url };
    },
    find: async () => (await listSummaryComments(client, target))[0],
    wait,
  });
  return { outcome: 'created', id, url };
}

/** False where the comment is gone. */
async function update(
  client: GitHubClient,
  { owner, repo, pullRequest }: PullRequestTarget,
  { id }: SummaryComment,
  body: string,
): Promise<boolean> {
  return ifThere(() =>
    client.call(`update the comment on ${owner}/${repo}#${pullRequest}`, (octokit) =>
      octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }),
    ),
  );
}

async function remove(
  client: GitHubClient,
  { owner, repo, pullRequest }: PullRequestTarget,
  id: number,
): Promise<void> {
  await ifThere(() =>
    client.call(`delete a second comment on ${owner}/${repo}#${pullRequest}`, (octokit) =>
      octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }),
    ),
  );
}

/**
 * As GitHub may give a body back, and without the address of the full report: that names the run, and a run again on the
 * same commit has the same report. The address that stands there goes on leading to one.
 */
function normalize(body: string): string {
  return body.replaceAll('\r\n', '\n').trim().replace(FULL_REPORT, '$1');
}
