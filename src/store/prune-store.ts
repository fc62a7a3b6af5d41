/**
 * Drops rows past their retention. An unfinished check has none. Bounded: what a long outage left behind is dropped over
 * several calls, so that none of them holds up the queue on the same database.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';
import type { PrunedRows, StoreLimits } from './store.ts';
import type { Tables } from './tables.ts';

const DAY_MS = 86_400_000;

/** One statement per table, each for itself: a prune that is cut short is finished by the next one. */
export async function pruneStore(database: Database, limits: StoreLimits, now: Date): Promise<PrunedRows> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const reportsBefore = daysAgo(limits.reportDays);
  const notesBefore = daysAgo(limits.noteDays);
  const drop = (table: keyof Tables, isOld: RawBuilder<unknown>) =>
    dropRows(database, { table, isOld, most: limits.prunedRows });
  return {
    reports: await drop('report_history', sql`created_at < ${reportsBefore}`),
    deliveries: await drop('deliveries', sql`received_at < ${notesBefore}`),
    // By the database's clock, as leases are.
    leases: await drop('leases', sql`until < clock_timestamp() - interval '1 day'`),
    checks: await drop('commit_checks', sql`status = 'completed' and updated_at < ${notesBefore}`),
    // Nobody tells of every closed one; an open one is read again by the sweep of every day.
    pullRequests: await drop(
      'pull_requests',
      sql`read_at < ${reportsBefore} or (state = 'closed' and read_at < ${notesBefore})`,
    ),
  };
}

interface OldRows {
  readonly table: keyof Tables;
  readonly isOld: RawBuilder<unknown>;
  readonly most: number;
}

async function dropRows(database: Database, { table, isOld, most }: OldRows): Promise<number> {
  const name = sql.table(`threatdiff.${table}`);
  return database.run(`prune ${table}`, async (db) => {
    const { rows } = await sql<{ readonly dropped: number }>`
      with dropped as (
        delete from ${name} where ctid in (select ctid from ${name} where ${isOld} limit ${most}::int8) returning 1)
      select count(*)::int8 as dropped from dropped`.execute(db);
    return rows[0]?.dropped ?? 0;
  });
}
