/**
 * Runs queries with retries. It knows neither tables nor drivers.
 */
import type { Kysely } from 'kysely';
import type { Database, Query } from './database.ts';
import { retryTransient } from './retry-transient.ts';
import type { Tables } from './tables.ts';

interface DatabaseParts {
  readonly kysely: Kysely<Tables>;
  /** Why nothing may be written any more: another process took the directory. */
  readonly lost: () => Error | undefined;
  readonly close: () => Promise<void>;
}

/** Wraps an open connection; see {@link Database}. */
export function createDatabase({ kysely, lost, close }: DatabaseParts): Database {
  const scoped = kysely.withSchema('threatdiff');
  let closing: Promise<void> | undefined;
  const attempt = <T>(what: string, work: () => Promise<T>): Promise<T> =>
    retryTransient(what, () => {
      const reason = lost() ?? (closing === undefined ? undefined : new Error('the store is closed'));
      return reason === undefined ? work() : Promise.reject(new Error(`${what}: ${reason.message}`, { cause: reason }));
    });
  return {
    run: (what, work) => attempt(what, () => work(scoped)),
    transact: <T>(what: string, work: (db: Query) => Promise<T>) =>
      attempt(what, () => scoped.transaction().execute((transaction) => work(transaction))),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
