/**
 * The store as the server sees it: one port per table. GitHub is the source of truth. Everything here is a cache, a
 * history or a note about work in progress: with an empty store every check is found and decided again, from the trees,
 * the policy and the comments on GitHub. Nothing that decides may live only here.
 */
import type { PGlite } from '@electric-sql/pglite';
import type { BlobCache } from './blob-cache.ts';
import type { CommitChecks } from './commit-checks.ts';
import type { Deliveries } from './deliveries.ts';
import type { Leases } from './leases.ts';
import type { PullRequests } from './pull-requests.ts';
import type { ReportHistory } from './report-history.ts';

/** What else may use the same database: the queue. */
export type StoreConnection =
  | { readonly kind: 'embedded'; readonly pglite: PGlite }
  | { readonly kind: 'server'; readonly databaseUrl: string };

export interface StoreLimits {
  /** Content of the blob cache over all repositories, bytes. */
  readonly blobBytes: number;
  /** Reports kept for one pull request. */
  readonly reportsPerPullRequest: number;
  /** Days after which {@link Store.prune} drops reports. */
  readonly reportDays: number;
  /** Days after which deliveries, completed checks and closed pull requests are dropped. */
  readonly noteDays: number;
  /** Rows of one table that one {@link Store.prune} drops at most. */
  readonly prunedRows: number;
}

/** Rows dropped, by table. */
export type PrunedRows = Readonly<Record<'reports' | 'deliveries' | 'leases' | 'checks' | 'pullRequests', number>>;

export interface Store {
  readonly connection: StoreConnection;
  readonly blobs: BlobCache;
  readonly checks: CommitChecks;
  readonly pullRequests: PullRequests;
  readonly reports: ReportHistory;
  readonly deliveries: Deliveries;
  readonly leases: Leases;
  /** Answers when the database does; throws when it does not. For a readiness probe. */
  ping(): Promise<void>;
  /** Drops what is past its retention, up to a number. Unconcluded checks and open pull requests stay. */
  prune(): Promise<PrunedRows>;
  /** Drops everything about a repository: the App was uninstalled from it. */
  forgetRepository(repositoryId: number): Promise<void>;
  /** Finishes what runs, then lets go of the database and of the directory. Idempotent. Stop the queue first. */
  close(): Promise<void>;
}
