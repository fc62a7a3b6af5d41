/**
 * What a commit is the head of right now: open pull requests and merge groups. Each gets a verdict of its own; the
 * commit's one check shows the worst. Plain data, read from GitHub's interface and never from an event.
 */
import type { ChangeBase } from '../../github/open-github-change.ts';
import type { RepositoryName } from '../../github/repository-name.ts';

export interface Subject {
  /** Undefined for a merge group. */
  readonly pullRequest: number | undefined;
  /** Branch it goes into. */
  readonly baseRef: string;
  readonly base: ChangeBase;
  readonly headSha: string;
  readonly headRepository: RepositoryName | undefined;
}
