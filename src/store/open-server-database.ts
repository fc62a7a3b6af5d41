/**
 * A PostgreSQL server for any number of replicas. The password in the URL never gets into a message.
 */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { UserError } from '../config/user-error.ts';
import { createDatabase } from './create-database.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { parseInt8 } from './parse-int8.ts';
import type { Tables } from './tables.ts';

const CONNECTIONS = 8;

/**
 * Connects and migrates.
 *
 * @param databaseUrl `postgres://user:password@host:port/database?sslmode=…`
 * @throws UserError when it is no such URL or the server cannot be reached or refuses.
 */
export async function openServerDatabase(databaseUrl: string): Promise<Database> {
  const place = describePlace(databaseUrl);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'threatdiff',
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    keepAlive: true,
    types: { getTypeParser },
  });
  // A connection that drops while nobody queries reports here and nowhere else; without a listener the process ends.
  // The pool replaces it, and who was using it gets the error from its query.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    (await pool.connect()).release();
  } catch (cause) {
    await kysely.destroy();
    await pool.end().catch(ignore);
    throw new UserError(`cannot connect to the database at ${place}`, 'check DATABASE_URL and that the server runs', {
      cause,
    });
  }
  try {
    await migrate(kysely);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return createDatabase({ kysely, lost: () => undefined, close: () => kysely.destroy() });
}

function ignore(): void {
  // Reported by the query that needed the connection.
}

/** `int8` as a number and `bytea` as plain bytes, as the embedded database does; the rest as `pg` does. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === pg.types.builtins.INT8) return parseInt8;
  if (oid === pg.types.builtins.BYTEA) {
    const parse = pg.types.getTypeParser(oid, 'text') as (text: string) => Buffer;
    return (text) => new Uint8Array(parse(text));
  }
  return (format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')) as (
    text: string,
  ) => unknown;
}

function describePlace(databaseUrl: string): string {
  const hint = 'it looks like postgres://user:password@host:5432/database';
  const url = URL.parse(databaseUrl);
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new UserError('DATABASE_URL is not a URL of a PostgreSQL server', hint);
  }
  return `${url.host || 'the local socket'}${url.pathname}`;
}
