/**
 * Policy as it stands now: the organisation's policy repository and the repository itself, both at the tip of their
 * default branch. Never the head of a pull request. What exists and cannot be read is an error, never "no policy".
 */
import type { GitHubClient } from './github-client.ts';
import { type GitHubPolicy, POLICY_FRAGMENTS, type PolicyAnswer, readPolicyAnswer } from './read-policy-answer.ts';
import type { RepositoryName } from './repository-name.ts';

export type { GitHubPolicy } from './read-policy-answer.ts';

export interface GitHubPolicyOptions {
  readonly client: GitHubClient;
  readonly repository: RepositoryName;
  /** Repository of the same owner; `.github` where nobody named one, which then need not exist. */
  readonly organisationPolicyRepository?: string;
}

const DEFAULT_REPOSITORY = '.github';

/** One request. Throws a GitHubError; its kind is `not-found` also for a policy repository somebody named. */
export async function loadGitHubPolicy(options: GitHubPolicyOptions): Promise<GitHubPolicy> {
  const { client, repository, organisationPolicyRepository: named } = options;
  const { owner, name } = repository;
  const organisation = named ?? DEFAULT_REPOSITORY;
  const variables = { owner, name, organisation };
  const answer = await client.queryPartially<PolicyAnswer>(`read the policy of ${owner}/${name}`, QUERY, variables);
  return readPolicyAnswer(client, answer, { repository, organisation, isNamed: named !== undefined });
}

const QUERY = `query ($owner: String!, $name: String!, $organisation: String!) {
  organisation: repository(owner: $owner, name: $organisation) { defaultBranchRef { ...organisationPolicy } }
  repository(owner: $owner, name: $name) { defaultBranchRef { ...repositoryPolicy } }
}
${POLICY_FRAGMENTS}`;
