/**
 * A pull request as it is now. A webhook is a hint, and REST keeps a stale tip of the base branch: before a conclusion,
 * this is what counts. Reads no file.
 */
import type { GitHubClient } from './github-client.ts';
import { GitHubError } from './github-error.ts';
import type { GitHubRepository, RepositoryName } from './repository-name.ts';

export interface PullRequestState {
  readonly number: number;
  readonly open: boolean;
  readonly draft: boolean;
  readonly merged: boolean;
  /** Login; undefined for a deleted account. */
  readonly author: string | undefined;
  readonly headSha: string;
  readonly headRef: string;
  /** Undefined where the fork is gone or hidden. */
  readonly headRepository: GitHubRepository | undefined;
  readonly fromFork: boolean;
  readonly baseRef: string;
  /** Tip of the base branch now; of a deleted branch its last one. */
  readonly baseSha: string;
}

interface Answer {
  readonly repository: {
    readonly pullRequest: {
      readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
      readonly isDraft: boolean;
      readonly isCrossRepository: boolean;
      readonly author: { readonly login: string } | null;
      readonly headRefOid: string;
      readonly headRefName: string;
      readonly headRepository: {
        readonly databaseId: number;
        readonly name: string;
        readonly owner: { readonly login: string };
      } | null;
      readonly baseRefName: string;
      readonly baseRefOid: string;
      readonly baseRef: { readonly target: { readonly oid: string } | null } | null;
    } | null;
  } | null;
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
  const head = pull.headRepository;
  return {
    number,
    open: pull.state === 'OPEN',
    draft: pull.isDraft,
    merged: pull.state === 'MERGED',
    author: pull.author?.login,
    headSha: pull.headRefOid,
    headRef: pull.headRefName,
    headRepository: head === null ? undefined : { owner: head.owner.login, name: head.name, id: head.databaseId },
    fromFork: pull.isCrossRepository,
    baseRef: pull.baseRefName,
    baseSha: pull.baseRef?.target?.oid ?? pull.baseRefOid,
  };
}

const QUERY = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      state isDraft isCrossRepository
      author { login }
      headRefOid headRefName
      headRepository { databaseId name owner { login } }
      baseRefName baseRefOid
      baseRef { target { oid } }
    }
  }
}`;
