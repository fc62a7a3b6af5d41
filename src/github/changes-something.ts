/** Which requests change state on GitHub. Reads method, address and query; sends nothing. */

export interface RequestShape {
  readonly method?: string;
  readonly url?: string;
  /** Text of a GraphQL request. */
  readonly query?: unknown;
}

/** Queries and requests for tokens are POSTs that change nothing. */
export function changesSomething({ method = 'GET', url = '', query }: RequestShape): boolean {
  if (method === 'GET' || method === 'HEAD' || url.endsWith('/access_tokens')) return false;
  return !url.endsWith('/graphql') || (typeof query === 'string' && /^\s*mutation\b/.test(query));
}
