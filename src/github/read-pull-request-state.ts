/**
 * A pull request as it is now. A webhook is a hint: before a conclusion, this is what counts. Reads no file.
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

export type { PullRequestState } from './pull-request-of-node.ts';

interface Answer {
  readonly repository: { readonly pullRequest: PullRequestNode | null } | null;
}

/** One request. Throws a GitHubError; `not-found` where the repository or the number is unknown. */
export async function readPullRequestState(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  number: number,
): Promise<PullRequestState> {
  const action = `read pull request ${number} of ${owner}/${name}`;
  const { repository } = await client.query<Answer>(action, QUERY, { owner, name, number });
  const pull = repository?.pullRequest ?? undefined;
  if (pull === undefined) throw new GitHubError({ kind: 'not-found', action, reason: 'GitHub does not find it' });
  return pullRequestOfNode(pull);
}

const QUERY = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { ...pullRequest } }
}
${PULL_REQUEST_FRAGMENT}`;
