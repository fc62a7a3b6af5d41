/**
 * What the tables are built on: a query builder and a way to run it that survives a dropped connection. Types only.
 */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export type Query = Kysely<Tables>;

export interface Database {
  /**
   * Runs one statement or several that stand alone, again after a transient error.
   *
   * @param what verb and object, for the error: `read blobs`.
   * @param work has to be idempotent: a connection that drops after a commit looks like one that dropped before.
   * @throws Error `<what>: the database did not answer …` when it stays away; any other error as it is.
   */
  run<T>(what: string, work: (db: Query) => Promise<T>): Promise<T>;
  /** The same inside a transaction. */
  transact<T>(what: string, work: (db: Query) => Promise<T>): Promise<T>;
  /** Ends the connections, once; what runs is finished first. */
  close(): Promise<void>;
}
