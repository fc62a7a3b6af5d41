/** Whether we wrote a comment, by who wrote it and never by what it says. */
import type { OwnIdentity } from '../list-summary-comments.ts';
import type { AuthoredNode } from './conversation-query.ts';

/** A person may write through our App as well; that is the person's comment. */
export function isOwnComment({ author, viewerDidAuthor }: AuthoredNode, identity: OwnIdentity): boolean {
  if (author === null) return false;
  if ('tokenUserId' in identity) return author.databaseId === identity.tokenUserId;
  const { botUserId } = identity;
  return (
    author.__typename === 'Bot' && (viewerDidAuthor || (botUserId !== undefined && author.databaseId === botUserId))
  );
}
