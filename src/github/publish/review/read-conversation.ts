/** What stands on a pull request now: threads of ours, its head, and whether more may be written. Reads only. */
import type { GitHubClient } from '../../github-client.ts';
import { GitHubError } from '../../github-error.ts';
import type { PullRequestTarget } from '../list-summary-comments.ts';
import { type Conversation, conversationOfNodes } from './conversation-of-nodes.ts';
import { CONVERSATION_QUERY, type ConversationNode } from './conversation-query.ts';

interface Answer {
  readonly repository: { readonly pullRequest: ConversationNode | null } | null;
}

/** 2,000 threads. Ours beyond are not found again; nobody reads there. */
const MAX_PAGES = 20;

/** One request for each hundred threads. Throws GitHubError. */
export async function readConversation(client: GitHubClient, target: PullRequestTarget): Promise<Conversation> {
  const first = await readPage(client, target, null);
  const nodes = [...first.reviewThreads.nodes];
  let { pageInfo } = first.reviewThreads;
  for (let page = 1; pageInfo.hasNextPage && page < MAX_PAGES; page += 1) {
    const next = await readPage(client, target, pageInfo.endCursor);
    nodes.push(...next.reviewThreads.nodes);
    pageInfo = next.reviewThreads.pageInfo;
  }
  return conversationOfNodes(first, nodes, target.identity);
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
