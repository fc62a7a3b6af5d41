/**
 * The review threads of a pull request in GraphQL, with its head and whether anybody may write: REST tells neither which
 * thread a comment is in nor whether that is resolved.
 */
export interface AuthoredNode {
  /** As text or number: today's ids are beyond GraphQL's integers, where `databaseId` is null. */
  readonly fullDatabaseId: string | number | null;
  readonly url: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
  /** Null for a deleted account. */
  readonly author: { readonly __typename: string; readonly login?: string; readonly databaseId?: number | null } | null;
}

export interface ThreadNode {
  readonly id: string;
  readonly isResolved: boolean;
  readonly isOutdated: boolean;
  readonly viewerCanResolve: boolean;
  readonly viewerCanUnresolve: boolean;
  readonly path: string;
  readonly line: number | null;
  readonly startLine: number | null;
  readonly diffSide: 'LEFT' | 'RIGHT';
  readonly subjectType: 'LINE' | 'FILE';
  readonly first: { readonly totalCount: number; readonly nodes: readonly (AuthoredNode | null)[] };
  readonly latest: { readonly nodes: readonly (AuthoredNode | null)[] };
}

export interface ConversationNode {
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly locked: boolean;
  readonly headRefOid: string;
  readonly reviewThreads: {
    readonly nodes: readonly (ThreadNode | null)[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** How many of a thread's last comments are read. */
export const LATEST = 30;

/** To spread into a query as `...reviewThread`, on the nodes of `reviewThreads`. */
export const THREAD_FRAGMENTS = `fragment reviewThread on PullRequestReviewThread {
  id isResolved isOutdated viewerCanResolve viewerCanUnresolve path line startLine diffSide subjectType
  first: comments(first: 1) { totalCount nodes { ...written } }
  latest: comments(last: ${LATEST}) { nodes { ...written } }
}
fragment written on PullRequestReviewComment {
  fullDatabaseId url body viewerDidAuthor
  author { __typename login ... on Bot { databaseId } ... on User { databaseId } }
}`;

/** Variables: owner, name, number, after. */
export const CONVERSATION_QUERY = `query ($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      state locked headRefOid
      reviewThreads(first: 100, after: $after) {
        nodes { ...reviewThread }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}
${THREAD_FRAGMENTS}`;
