/** Whether we wrote a comment, by who wrote it and never by what it says. */
import type { OwnIdentity } from '../list-summary-comments.ts';
import type { AuthoredNode } from './conversation-query.ts';

/**
 * Either of what GitHub says is enough: whether the one who asks wrote it, or who did. The first is written down for
 * people only, so an installation's token may be answered otherwise. A person may write through our App as well; that
 * is the person's comment.
 */
export function isOwnComment(
  { author, viewerDidAuthor }: Pick<AuthoredNode, 'author' | 'viewerDidAuthor'>,
  identity: OwnIdentity,
): boolean {
  if (author === null) return false;
  if ('tokenUserId' in identity && author.databaseId === identity.tokenUserId) return true;
  if (author.__typename !== 'Bot') return false;
  return viewerDidAuthor || isBot(author, identity);
}

function isBot({ login, databaseId }: NonNullable<AuthoredNode['author']>, identity: OwnIdentity): boolean {
  const botUserId = 'appId' in identity ? identity.botUserId : undefined;
  if (botUserId !== undefined && databaseId === botUserId) return true;
  // REST and some GraphQL answers write the end, most of GraphQL does not.
  return identity.slug !== undefined && login?.toLowerCase().replace(/\[bot\]$/, '') === identity.slug.toLowerCase();
}
