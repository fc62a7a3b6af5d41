/**
 * Brings the schema up to date. On a server the migrator holds an advisory lock, so any number of replicas may start at
 * once; each migration runs in a transaction. It never goes back: an older release refuses a newer schema.
 */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { initial } from './migrations/initial.ts';
import type { Tables } from './tables.ts';

/** In order; the names sort that way too, because the migrator compares them. */
const MIGRATIONS: Readonly<Record<string, Migration>> = { '0001-initial': initial };

/**
 * Runs every migration that has not run yet.
 *
 * @param db without a default schema; the tables go to the schema `threatdiff`.
 * @returns the names of the migrations that ran now, in order.
 * @throws Error naming the migration that failed; nothing of that call stays.
 */
export async function migrate(db: Kysely<Tables>): Promise<readonly string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    migrationTableSchema: 'threatdiff',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    throw new Error(`migrate the database${failed === undefined ? '' : ` (${failed})`}`, { cause: error });
  }
  return (results ?? []).map((result) => result.migrationName);
}
