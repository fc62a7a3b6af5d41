/** What stands on a pull request, out of GraphQL: its head, whether one may write, and the threads of ours. Pure. */
import type { ReviewThread } from '../../../reporters/conversation/review-thread.ts';
import type { OwnIdentity } from '../list-summary-comments.ts';
import type { ConversationNode, ThreadNode } from './conversation-query.ts';
import { threadOfNode } from './thread-of-node.ts';

export interface Conversation {
  readonly open: boolean;
  readonly locked: boolean;
  readonly headSha: string;
  /** Oldest first. */
  readonly threads: readonly ReviewThread[];
}

/** `nodes`: the threads of all pages. */
export function conversationOfNodes(
  { state, locked, headRefOid }: Pick<ConversationNode, 'state' | 'locked' | 'headRefOid'>,
  nodes: readonly (ThreadNode | null)[],
  identity: OwnIdentity,
): Conversation {
  const threads = nodes.flatMap((node) => (node === null ? [] : (threadOfNode(node, identity) ?? [])));
  return {
    ...{ open: state === 'OPEN', locked, headSha: headRefOid },
    threads: threads.sort((a, b) => a.comment.id - b.comment.id),
  };
}
