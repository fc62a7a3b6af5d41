/**
 * Pull requests as last read from GitHub, and what was last decided about each. A cache: a verdict in it is never
 * shown or concluded from, only compared with, so that nothing is done twice.
 */
import type { Verdict } from '../model/verdict.ts';

export interface PullRequestState {
  readonly repositoryId: number;
  readonly number: number;
  readonly installationId: number;
  readonly headSha: string;
  readonly baseRef: string;
  readonly baseSha: string;
  readonly state: 'open' | 'closed';
  /** When this was read from the API; an earlier reading never replaces a later one. */
  readonly readAt: Date;
}

export interface DecidedVerdict {
  readonly conclusion: Verdict['conclusion'];
  /** The head the verdict is about; another one than `headSha` means it is out of date. */
  readonly headSha: string;
  readonly reportDigest: string;
}

export interface KnownPullRequest extends PullRequestState {
  readonly verdict?: DecidedVerdict | undefined;
}

export interface PullRequests {
  /** @returns false when a later reading was there already; nothing was written. */
  put(pullRequest: PullRequestState): Promise<boolean>;
  /** @returns false when the pull request is unknown or its head has moved; nothing was written. */
  recordVerdict(repositoryId: number, number: number, verdict: DecidedVerdict): Promise<boolean>;
  get(repositoryId: number, number: number): Promise<KnownPullRequest | undefined>;
  /** Every open pull request whose head is this commit, by number: they share one check. */
  listOpenByHead(repositoryId: number, headSha: string): Promise<readonly KnownPullRequest[]>;
  /** Open pull requests of a repository, by number. */
  listOpen(repositoryId: number): Promise<readonly KnownPullRequest[]>;
}
