/**
 * The state of all open pull requests, or of those a commit heads, forks included: what `readPullRequestState` gives,
 * without a request for each. A conclusion belongs to a commit, and every pull request on it counts.
 */
import type { GitHubClient } from './github-client.ts';
import { GitHubError } from './github-error.ts';
import {
  PULL_REQUEST_FRAGMENT,
  type PullRequestNode,
  type PullRequestState,
  pullRequestOfNode,
} from './pull-request-of-node.ts';
import type { RepositoryName } from './repository-name.ts';

export interface PullRequestPage {
  readonly nodes: readonly (PullRequestNode | null)[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Answer {
  readonly repository: { readonly pullRequests: PullRequestPage } | null;
}

/** By number, those after the cursor `from`. One request for each hundred that are open. Throws a GitHubError. */
export async function readOpenPullRequests(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  headSha?: string,
  from: string | null = null,
): Promise<readonly PullRequestState[]> {
  // By number: a list that changes while it is read can hold one twice.
  const found = new Map<number, PullRequestState>();
  let after = from;
  do {
    const page: PullRequestPage = await readPage(client, { owner, name }, after);
    for (const node of page.nodes) if (node !== null) found.set(node.number, pullRequestOfNode(node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return [...found.values()]
    .filter((pull) => headSha === undefined || pull.headSha === headSha)
    .sort((left, right) => left.number - right.number);
}

async function readPage(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  after: string | null,
): Promise<PullRequestPage> {
  const action = `read the open pull requests of ${owner}/${name}`;
  const { repository } = await client.query<Answer>(action, QUERY, { owner, name, after });
  if (repository !== null) return repository.pullRequests;
  throw new GitHubError({ kind: 'not-found', action, reason: 'GitHub does not find it' });
}

const QUERY = `query ($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(states: OPEN, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      nodes { ...pullRequest }
      pageInfo { hasNextPage endCursor }
    }
  }
}
${PULL_REQUEST_FRAGMENT}`;
