/**
 * The tables as the query builder sees them, in the schema `threatdiff`. Types only: their SQL is in `migrations/`.
 * Timestamps are `timestamptz`, identifiers of GitHub `int8`; both drivers hand out Date, number and Uint8Array.
 */
import type { Generated } from 'kysely';

export interface BlobCacheTable {
  readonly repository_id: number;
  readonly blob_id: string;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly last_used: Date;
}

export interface CommitChecksTable {
  readonly repository_id: number;
  readonly head_sha: string;
  readonly installation_id: number;
  readonly check_run_id: number | null;
  readonly status: string;
  readonly conclusion: string | null;
  readonly external_id: string;
  readonly job_state: string;
  readonly fence: number;
  readonly updated_at: Date;
}

export interface PullRequestsTable {
  readonly repository_id: number;
  readonly number: number;
  readonly installation_id: number;
  readonly head_sha: string;
  readonly base_ref: string;
  readonly base_sha: string;
  readonly state: string;
  readonly read_at: Date;
  readonly last_verdict: string | null;
  readonly verdict_sha: string | null;
  readonly report_digest: string | null;
}

export interface ReportHistoryTable {
  readonly id: Generated<number>;
  readonly repository_id: number;
  readonly pull_request: number;
  readonly head_sha: string;
  readonly digest: string;
  readonly report: Uint8Array;
  readonly engine: string;
  readonly created_at: Date;
}

export interface DeliveriesTable {
  readonly guid: string;
  readonly event: string;
  readonly seen: number;
  readonly received_at: Date;
}

export interface LeasesTable {
  readonly name: string;
  readonly holder: string;
  readonly until: Date;
  readonly token: number;
}

export interface Tables {
  readonly blob_cache: BlobCacheTable;
  readonly commit_checks: CommitChecksTable;
  readonly pull_requests: PullRequestsTable;
  readonly report_history: ReportHistoryTable;
  readonly deliveries: DeliveriesTable;
  readonly leases: LeasesTable;
}
