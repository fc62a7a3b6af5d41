/**
 * What is open in many repositories at once: head commits of pull requests and of merge groups. For looks over a whole
 * installation, where a request for each repository would use up its quota.
 */
import type { GitHubClient } from './github-client.ts';
import { GitHubError } from './github-error.ts';

export interface OpenPullRequestHead {
  readonly number: number;
  readonly headSha: string;
  readonly baseRef: string;
}

export interface OpenHeads {
  readonly pullRequests: readonly OpenPullRequestHead[];
  /** Head commits of the merge groups that wait now. */
  readonly groups: readonly string[];
}

interface Connection<T> {
  readonly nodes: readonly (T | null)[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

interface RepositoryNode {
  readonly pullRequests: Connection<{
    readonly number: number;
    readonly headRefOid: string;
    readonly baseRefName: string;
  }> | null;
  readonly refs: Connection<{ readonly target: { readonly oid: string } | null }> | null;
}

interface Answer {
  readonly nodes: readonly (Partial<RepositoryNode> | null)[];
}

/** GitHub answers a query within ten seconds or not at all, and looks at branches one repository after the other. */
export const REPOSITORIES_AT_ONCE = 50;

/**
 * One request.
 *
 * @param nodeIds GraphQL ids of at most {@link REPOSITORIES_AT_ONCE} repositories.
 * @returns in the same order; undefined where a repository needs a look of its own: too much is open, something is
 *   hidden, or GitHub gave up on so many at once.
 * @throws GitHubError or QuotaReserved.
 */
export async function readOpenHeads(
  client: GitHubClient,
  nodeIds: readonly string[],
): Promise<readonly (OpenHeads | undefined)[]> {
  const action = `look for what is open in ${nodeIds.length} repositories`;
  try {
    const { data } = await client.queryPartially<Answer>(action, QUERY, { ids: nodeIds });
    return nodeIds.map((_, index) => describe(data.nodes[index]));
  } catch (error) {
    const isOfSome = error instanceof GitHubError && (error.kind === 'unavailable' || error.kind === 'not-found');
    if (isOfSome) return nodeIds.map(() => undefined);
    throw error;
  }
}

function describe(node: Partial<RepositoryNode> | null | undefined): OpenHeads | undefined {
  const pulls = wholeOf(node?.pullRequests);
  const refs = wholeOf(node?.refs);
  if (pulls === undefined || refs === undefined) return undefined;
  const groups = refs.map(({ target }) => target?.oid);
  return {
    pullRequests: pulls.map(({ number, headRefOid, baseRefName }) => ({
      ...{ number, headSha: headRefOid, baseRef: baseRefName },
    })),
    groups: groups.filter((oid) => oid !== undefined),
  };
}

/** Undefined unless everything is in it. */
function wholeOf<T>(connection: Connection<T> | null | undefined): readonly T[] | undefined {
  if (connection === undefined || connection === null || connection.pageInfo.hasNextPage) return undefined;
  const nodes = connection.nodes.filter((node) => node !== null);
  return nodes.length === connection.nodes.length ? nodes : undefined;
}

const QUERY = `query ($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Repository {
      pullRequests(states: OPEN, first: 20) {
        nodes { number headRefOid baseRefName }
        pageInfo { hasNextPage }
      }
      refs(refPrefix: "refs/heads/gh-readonly-queue/", first: 20) {
        nodes { target { oid } }
        pageInfo { hasNextPage }
      }
    }
  }
}`;
