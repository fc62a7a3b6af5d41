/**
 * Leases in a table. Time is the database's: the clocks of replicas differ. Rows of ended leases stay until pruned;
 * tokens come from one sequence, so pruning never hands out a token twice.
 */
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Lease, Leases } from './leases.ts';

/** See {@link Leases}. */
export function createLeases(database: Database): Leases {
  return {
    acquire: (name, holder, milliseconds) => acquireLease(database, { name, holder, milliseconds }),
    renew: (lease, milliseconds) =>
      database.run('renew a lease', (db) =>
        db
          .updateTable('leases')
          .set({ until: fromNow(milliseconds) })
          .where('name', '=', lease.name)
          .where('token', '=', lease.token)
          .returningAll()
          .executeTakeFirst(),
      ),
    release: async (lease) => {
      await database.run('release a lease', (db) =>
        db
          .updateTable('leases')
          .set({ until: sql<Date>`clock_timestamp()` })
          .where('name', '=', lease.name)
          .where('token', '=', lease.token)
          .execute(),
      );
    },
  };
}

interface Claim {
  readonly name: string;
  readonly holder: string;
  readonly milliseconds: number;
}

function acquireLease(database: Database, { name, holder, milliseconds }: Claim): Promise<Lease | undefined> {
  return database.run('acquire a lease', (db) =>
    db
      .insertInto('leases')
      .values({ name, holder, until: fromNow(milliseconds), token: sql<number>`nextval('threatdiff.lease_token')` })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet((eb) => ({
            holder: eb.ref('excluded.holder'),
            until: eb.ref('excluded.until'),
            token: eb.ref('excluded.token'),
          }))
          .where('leases.until', '<=', sql<Date>`clock_timestamp()`),
      )
      .returningAll()
      .executeTakeFirst(),
  );
}

function fromNow(milliseconds: number) {
  return sql<Date>`clock_timestamp() + ${milliseconds}::float8 * interval '1 millisecond'`;
}
