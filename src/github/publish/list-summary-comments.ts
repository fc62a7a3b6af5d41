/**
 * Our own summary comments on a pull request. A comment is ours when our App wrote it: a marker in anybody else's is
 * text. Reads only.
 */
import type { GitHubClient } from '../github-client.ts';
import { summaryMarker } from './summary-marker.ts';

/** Who "we" are on this GitHub: the App, or the account of the token that the Action was given. */
export type OwnIdentity =
  | {
      readonly appId: number;
      /** The account behind our comments (`threatdiff[bot]`), where it is known. */
      readonly botUserId?: number | undefined;
      readonly slug?: BotSlug;
    }
  | { readonly tokenUserId: number; readonly slug?: BotSlug };

/** `threatdiff` of `threatdiff[bot]`, where it is known: GraphQL names bots by it. No two Apps have the same. */
type BotSlug = string | undefined;

export interface PullRequestTarget {
  readonly owner: string;
  readonly repo: string;
  readonly pullRequest: number;
  readonly identity: OwnIdentity;
}

export interface SummaryComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

interface Listed {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string;
  readonly user: { readonly id: number; readonly type: string } | null;
  readonly performed_via_github_app?: { readonly id: number } | null;
}

const PAGE = 100;
/** 5,000 comments. Ours is among the first of a conversation; who writes that many before it gets a second one. */
const MAX_PAGES = 50;

/** Oldest first. Throws GitHubError. */
export async function listSummaryComments(
  client: GitHubClient,
  { owner, repo, pullRequest, identity }: PullRequestTarget,
): Promise<readonly SummaryComment[]> {
  const found: SummaryComment[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const data: readonly Listed[] = await client.call(
      `list the comments of ${owner}/${repo}#${pullRequest}`,
      async (octokit) => {
        const options = { owner, repo, issue_number: pullRequest, per_page: PAGE, page };
        return (await octokit.rest.issues.listComments(options)).data as readonly Listed[];
      },
    );
    const own = data.filter((comment) => isOwn(comment, identity) && summaryMarker.isIn(comment.body ?? '', identity));
    found.push(...own.map(({ id, html_url, body = '' }) => ({ id, url: html_url, body })));
    if (data.length < PAGE) break;
  }
  return found.sort((a, b) => a.id - b.id);
}

/** A person may write through our App as well; that is the person's comment. */
function isOwn({ user, performed_via_github_app: app }: Listed, identity: OwnIdentity): boolean {
  if (user === null) return false;
  if ('tokenUserId' in identity) return user.id === identity.tokenUserId;
  const { appId, botUserId } = identity;
  return user.type === 'Bot' && (app?.id === appId || (botUserId !== undefined && user.id === botUserId));
}
