/** Drops rows past their retention. What is unfinished or open has none. */
import { sql } from 'kysely';
import type { Database, Query } from './database.ts';
import type { PrunedRows, StoreLimits } from './store.ts';

const DAY_MS = 86_400_000;

/** One statement per table, each for itself: a prune that is cut short is finished by the next one. */
export async function pruneStore(database: Database, limits: StoreLimits, now: Date): Promise<PrunedRows> {
  const reportsBefore = new Date(now.getTime() - limits.reportDays * DAY_MS);
  const notesBefore = new Date(now.getTime() - limits.noteDays * DAY_MS);
  const drop = async (
    what: string,
    build: (db: Query) => { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> },
  ) => Number((await database.run(`prune ${what}`, (db) => build(db).executeTakeFirst())).numDeletedRows);
  return {
    reports: await drop('reports', (db) => db.deleteFrom('report_history').where('created_at', '<', reportsBefore)),
    deliveries: await drop('deliveries', (db) => db.deleteFrom('deliveries').where('received_at', '<', notesBefore)),
    leases: await drop('leases', (db) =>
      // By the database's clock, as leases are.
      db.deleteFrom('leases').where('until', '<', sql<Date>`clock_timestamp() - interval '1 day'`),
    ),
    checks: await drop('checks', (db) =>
      db.deleteFrom('commit_checks').where('status', '=', 'completed').where('updated_at', '<', notesBefore),
    ),
    pullRequests: await drop('pull requests', (db) =>
      db.deleteFrom('pull_requests').where('state', '=', 'closed').where('read_at', '<', notesBefore),
    ),
  };
}
