/**
 * A pull request in GraphQL: the fields asked for, and what they say. GraphQL, because REST keeps the tip of the base
 * branch as it was at the last push to the head.
 */
import type { GitHubRepository } from './repository-name.ts';

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

export interface PullRequestNode {
  readonly number: number;
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
}

/** To spread into a query as `...pullRequest`. */
export const PULL_REQUEST_FRAGMENT = `fragment pullRequest on PullRequest {
  number state isDraft isCrossRepository
  author { login }
  headRefOid headRefName
  headRepository { databaseId name owner { login } }
  baseRefName baseRefOid
  baseRef { target { oid } }
}`;

export function pullRequestOfNode(node: PullRequestNode): PullRequestState {
  const head = node.headRepository;
  return {
    number: node.number,
    open: node.state === 'OPEN',
    draft: node.isDraft,
    merged: node.state === 'MERGED',
    author: node.author?.login,
    headSha: node.headRefOid,
    headRef: node.headRefName,
    headRepository: head === null ? undefined : { owner: head.owner.login, name: head.name, id: head.databaseId },
    fromFork: node.isCrossRepository,
    baseRef: node.baseRefName,
    baseSha: node.baseRef?.target?.oid ?? node.baseRefOid,
  };
}
