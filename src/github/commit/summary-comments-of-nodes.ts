/** Our own summary comments of a conversation out of GraphQL, as `listSummaryComments` gives them. Pure. */
import type { OwnIdentity, SummaryComment } from '../publish/list-summary-comments.ts';
import type { AuthoredNode } from '../publish/review/conversation-query.ts';
import { isOwnComment } from '../publish/review/is-own-comment.ts';
import { summaryMarker } from '../publish/summary-marker.ts';

export interface CommentNodes {
  readonly nodes: readonly (CommentNode | null)[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

interface CommentNode {
  readonly fullDatabaseId: string | number | null;
  readonly url: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
  readonly author: AuthoredNode['author'];
}

/**
 * Oldest first. Undefined where it is not certain: comments go on, an id is missing, or another bot has our line. A
 * person may write through our App as well; that is the person's comment.
 */
export function summaryCommentsOfNodes(
  { nodes, pageInfo }: CommentNodes,
  identity: OwnIdentity,
): readonly SummaryComment[] | undefined {
  if (pageInfo.hasNextPage) return undefined;
  const found: SummaryComment[] = [];
  for (const node of nodes) {
    if (node === null) return undefined;
    if (node.author?.__typename !== 'Bot' || !summaryMarker.isIn(node.body, identity)) continue;
    const id = Number(node.fullDatabaseId ?? Number.NaN);
    if (!isOwnComment(node, identity) || !Number.isSafeInteger(id)) return undefined;
    found.push({ id, url: node.url, body: node.body });
  }
  return found.sort((one, other) => one.id - other.id);
}
