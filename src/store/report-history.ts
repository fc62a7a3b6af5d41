/**
 * Reports of past runs, for the dashboard and for "what changed since". History only: no report in it decides anything,
 * because every one can be made again from the trees and the policy it names.
 */

export interface ReportEntry {
  readonly repositoryId: number;
  readonly pullRequest: number;
  readonly headSha: string;
  /** Digest of `reportJson`, by the caller: the same report twice is one entry. */
  readonly digest: string;
  readonly reportJson: string;
  /** Version of the engine that wrote it. */
  readonly engine: string;
}

export interface ReportSummary extends Omit<ReportEntry, 'reportJson'> {
  readonly createdAt: Date;
}

export interface ReportHistory {
  /** Keeps a report, stamped with the current time, then drops the oldest ones of the pull request beyond its bound. */
  put(report: ReportEntry): Promise<void>;
  /** The newest report of a commit, or with `digest` that one. */
  get(at: ReportPlace): Promise<(ReportEntry & ReportSummary) | undefined>;
  /** Newest first, without the reports themselves. */
  list(repositoryId: number, pullRequest: number, limit: number): Promise<readonly ReportSummary[]>;
}

export interface ReportPlace {
  readonly repositoryId: number;
  readonly pullRequest: number;
  readonly headSha: string;
  readonly digest?: string | undefined;
}
