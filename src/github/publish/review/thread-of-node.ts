/** A thread as GraphQL gives it, where it begins with a review comment of ours. Sends nothing. */
import { findingMarker } from '../../../reporters/conversation/finding-marker.ts';
import type { ReviewThread, ThreadPlace } from '../../../reporters/conversation/review-thread.ts';
import { threadMarker } from '../../../reporters/conversation/thread-marker.ts';
import type { OwnIdentity } from '../list-summary-comments.ts';
import { type AuthoredNode, LATEST, type ThreadNode } from './conversation-query.ts';
import { isOwnComment } from './is-own-comment.ts';

/** Undefined for anybody else's thread. */
export function threadOfNode(node: ThreadNode, identity: OwnIdentity): ReviewThread | undefined {
  const [root] = node.first.nodes;
  if (!root || root.fullDatabaseId === null || !isOwnComment(root, identity)) return undefined;
  const fingerprints = findingMarker.read(root.body);
  if (fingerprints.length === 0) return undefined;
  const after = node.latest.nodes.filter((each) => each !== null && each.fullDatabaseId !== root.fullDatabaseId);
  const replies = after.filter((each): each is AuthoredNode => each !== null && isOwnComment(each, identity));
  const said = replies.flatMap(({ body }) => threadMarker.read(body) ?? []);
  return {
    id: node.id,
    comment: { id: Number(root.fullDatabaseId), url: root.url, body: root.body },
    fingerprints,
    path: node.path,
    place: placeOf(node),
    resolved: node.isResolved,
    mayToggle: node.isResolved ? node.viewerCanUnresolve : node.viewerCanResolve,
    // What was not read may be somebody's.
    answered: after.length > replies.length || node.first.totalCount > LATEST,
    replies: replies.map(({ fullDatabaseId }) => Number(fullDatabaseId)),
    state: said.at(-1) ?? 'open',
  };
}

function placeOf({ subjectType, isOutdated, line, startLine, diffSide }: ThreadNode): ThreadPlace {
  if (subjectType === 'FILE') return 'file';
  return isOutdated || line === null ? 'outdated' : { side: diffSide, startLine: startLine ?? undefined, line };
}
