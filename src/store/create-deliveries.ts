/** Deliveries in a table; see the port for why it only counts. */
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Deliveries } from './deliveries.ts';

/** @param now stamps the first time a delivery is seen; retention counts from there. */
export function createDeliveries(database: Database, now: () => Date): Deliveries {
  return {
    record: (guid, event) =>
      database.run('record a delivery', async (db) => {
        const { seen } = await db
          .insertInto('deliveries')
          .values({ guid, event, seen: 1, received_at: now() })
          .onConflict((conflict) => conflict.column('guid').doUpdateSet({ seen: sql`deliveries.seen + 1` }))
          .returning('seen')
          .executeTakeFirstOrThrow();
        return seen;
      }),
  };
}
