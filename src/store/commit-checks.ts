/**
 * Which check belongs to which commit and how far its job is: how a sweep finds checks that no living job will
 * conclude. GitHub is the truth; a lost or stale row only costs a look at the API.
 */
import type { Verdict } from '../model/verdict.ts';

export interface CommitCheck {
  readonly installationId: number;
  readonly repositoryId: number;
  readonly headSha: string;
  /** Absent until GitHub has answered the creation. */
  readonly checkRunId?: number | undefined;
  readonly status: 'queued' | 'in_progress' | 'completed';
  /** Present exactly when completed. */
  readonly conclusion?: Verdict['conclusion'] | undefined;
  /** What the check carries as `external_id`, by which it is recognised as ours. */
  readonly externalId: string;
  readonly jobState: 'waiting' | 'running' | 'done' | 'dead';
  /** Token of the lease it was written under; 0 without one. */
  readonly fence: number;
  readonly updatedAt: Date;
}

export interface CommitChecks {
  /**
   * Writes the row of a commit, stamped with the current time.
   *
   * @returns false when a later lease has written already: the caller has lost its lease and stops.
   */
  put(check: Omit<CommitCheck, 'updatedAt'>): Promise<boolean>;
  get(repositoryId: number, headSha: string): Promise<CommitCheck | undefined>;
  /** Not completed and untouched since `before`, longest first. */
  listUnconcluded(before: Date, limit: number): Promise<readonly CommitCheck[]>;
}
