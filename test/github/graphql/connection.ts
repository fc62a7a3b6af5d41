/**
 * A list in GraphQL's connections. GitHub insists on `first` or `last`, at most 100.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#node-limit
 */
import { graphqlFailure } from './graphql-failure.ts';

export interface ConnectionValues {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

export type Connection = Readonly<Record<string, unknown>>;

export function connection<T>(
  name: string,
  items: readonly T[],
  values: ConnectionValues,
  node: (item: T) => unknown,
): Connection {
  const size = values.first ?? values.last;
  if (size === undefined || size === null) {
    const words = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    throw graphqlFailure('MISSING_PAGINATION_BOUNDARIES', words);
  }
  if (size > 100) {
    const words = `Requesting ${size} records on the \`${name}\` connection exceeds the \`first\` limit of 100 records.`;
    throw graphqlFailure('EXCESSIVE_PAGINATION', words);
  }
  const from = values.after ? readCursor(values.after) + 1 : 0;
  const to = values.before ? readCursor(values.before) : items.length;
  const forward = values.first !== undefined && values.first !== null;
  const start = forward ? from : Math.max(from, to - size);
  const end = forward ? Math.min(to, from + size) : to;
  const nodes = items.slice(start, end).map((item, index) => ({ node: node(item), cursor: cursor(start + index) }));
  return {
    totalCount: items.length,
    nodes: nodes.map((each) => each.node),
    edges: nodes,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes[0]?.cursor ?? null,
      endCursor: nodes.at(-1)?.cursor ?? null,
    },
  };
}

function cursor(index: number): string {
  return Buffer.from(`cursor:${index}`).toString('base64');
}

function readCursor(value: string): number {
  return Number(Buffer.from(value, 'base64').toString('utf8').replace('cursor:', ''));
}
