/**
 * Opens the store: on a server when there is a URL, else embedded. Same tables, same queries, same behaviour; what
 * differs is how many processes may use it. It reads no environment.
 */
import { sql } from 'kysely';
import { createBlobCache } from './create-blob-cache.ts';
import { createCommitChecks } from './create-commit-checks.ts';
import { createDeliveries } from './create-deliveries.ts';
import { createLeases } from './create-leases.ts';
import { createPullRequests } from './create-pull-requests.ts';
import { createReportHistory } from './create-report-history.ts';
import type { Database } from './database.ts';
import { openEmbeddedDatabase } from './open-embedded-database.ts';
import { openServerDatabase } from './open-server-database.ts';
import { pruneStore } from './prune-store.ts';
import type { Store, StoreConnection, StoreLimits } from './store.ts';

export interface StoreOptions {
  /** `postgres://…`; absent means embedded. */
  readonly databaseUrl?: string | undefined;
  /** Folder of the embedded database; created when missing, unused with a URL. */
  readonly directory: string;
  readonly now: () => Date;
  readonly limits?: Partial<StoreLimits>;
  /**
   * The embedded database was taken over by another process, after this one stood still for seconds: end this one at
   * once. Every later call fails, but the queue writes past the store. Without a handler the error ends the process.
   */
  readonly onLost?: (error: Error) => void;
}

const LIMITS: StoreLimits = {
  blobBytes: 256 * 1024 * 1024,
  reportsPerPullRequest: 20,
  reportDays: 90,
  noteDays: 30,
  prunedRows: 20_000,
};

/**
 * @throws UserError when the folder is in use by another process, or the database cannot be opened or reached.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const limits = { ...LIMITS, ...options.limits };
  if (options.databaseUrl !== undefined) {
    const database = await openServerDatabase(options.databaseUrl);
    return assemble(database, { kind: 'server', databaseUrl: options.databaseUrl }, { limits, now: options.now });
  }
  const { database, pglite } = await openEmbeddedDatabase(options.directory, (error) => {
    if (options.onLost === undefined) throw error;
    options.onLost(error);
  });
  return assemble(database, { kind: 'embedded', pglite }, { limits, now: options.now });
}

interface Settings {
  readonly limits: StoreLimits;
  readonly now: () => Date;
}

function assemble(database: Database, connection: StoreConnection, { limits, now }: Settings): Store {
  return {
    connection,
    blobs: createBlobCache(database, { maxBytes: limits.blobBytes, now }),
    checks: createCommitChecks(database, now),
    pullRequests: createPullRequests(database),
    reports: createReportHistory(database, { perPullRequest: limits.reportsPerPullRequest, now }),
    deliveries: createDeliveries(database, now),
    leases: createLeases(database),
    ping: () => database.run('reach the database', async (db) => void (await sql`select 1`.execute(db))),
    prune: () => pruneStore(database, limits, now()),
    forgetRepository: (repositoryId) => forget(database, repositoryId),
    close: () => database.close(),
  };
}

function forget(database: Database, repositoryId: number): Promise<void> {
  return database.transact('forget a repository', async (db) => {
    for (const table of ['blob_cache', 'commit_checks', 'pull_requests', 'report_history'] as const) {
      await db.deleteFrom(table).where('repository_id', '=', repositoryId).execute();
    }
  });
}
