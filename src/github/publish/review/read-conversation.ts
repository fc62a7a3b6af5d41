/** What stands on a pull request now: threads of ours, its head, and whether more may be written. Reads only. */
import type { ReviewThread } from '../../../reporters/conversation/review-thread.ts';
import type { GitHubClient } from '../../github-client.ts';
import { GitHubError } from '../../github-error.ts';
import type { PullRequestTarget } from '../list-summary-comments.ts';
import { CONVERSATION_QUERY, type ConversationNode } from './conversation-query.ts';
import { threadOfNode } from './thread-of-node.ts';

export interface Conversation {
  readonly open: boolean;
  readonly locked: boolean;
  readonly headSha: string;
  /** Oldest first. */
  readonly threads: readonly ReviewThread[];
}

interface Answer {
  readonly repository: { readonly pullRequest: ConversationNode | null } | null;
}

/** 2,000 threads. Ours beyond are not found again; nobody reads there. */
const MAX_PAGES = 20;

/** One request for each hundred threads. Throws GitHubError. */
export async function readConversation(client: GitHubClient, target: PullRequestTarget): Promise<Conversation> {
  const first = await readPage(client, target, null);
  const threads = [...threadsOf(first, target)];
  let { pageInfo } = first.reviewThreads;
  for (let page = 1; pageInfo.hasNextPage && page < MAX_PAGES; page += 1) {
    const next = await readPage(client, target, pageInfo.endCursor);
    threads.push(...threadsOf(next, target));
    pageInfo = next.reviewThreads.pageInfo;
  }
  return {
    open: first.state === 'OPEN',
    locked: first.locked,
    headSha: first.headRefOid,
    threads: threads.sort((a, b) => a.comment.id - b.comment.id),
  };
}

async function readPage(
  client: GitHubClient,
  { owner, repo, pullRequest }: PullRequestTarget,
  after: string | null,
): Promise<ConversationNode> {
  const action = `read the conversation of ${owner}/${repo}#${pullRequest}`;
  const variables = { owner, name: repo, number: pullRequest, after };
  const { repository } = await client.query<Answer>(action, CONVERSATION_QUERY, variables);
  const node = repository?.pullRequest ?? undefined;
  if (node === undefined) throw new GitHubError({ kind: 'not-found', action, reason: 'GitHub does not find it' });
  return node;
}

function threadsOf({ reviewThreads }: ConversationNode, { identity }: PullRequestTarget): readonly ReviewThread[] {
  return reviewThreads.nodes.flatMap((node) => (node === null ? [] : (threadOfNode(node, identity) ?? [])));
}
