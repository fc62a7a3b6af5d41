/** What an error inside a GraphQL answer means, in the words of GitHubError. Pure. */
import type { QueryError } from './github-client.ts';

/** `unavailable` for an error without a type, and for an answer that is missing without an error. */
export function kindOfQueryError(error: QueryError | undefined): 'not-found' | 'forbidden' | 'unavailable' {
  if (error?.type === 'NOT_FOUND') return 'not-found';
  return error?.type === 'FORBIDDEN' ? 'forbidden' : 'unavailable';
}
