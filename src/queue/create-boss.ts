/**
 * Sets up pg-boss for the embedded database or a server. Only this file knows how it is configured.
 */
import { fromPglite, PgBoss, type ConstructorOptions } from 'pg-boss';
import type { StoreConnection } from '../store/store.ts';

const CONNECTIONS = 6;
/** How long a dead process may go unnoticed on top of its heartbeat. */
const SUPERVISE_SECONDS = 5;

const SHARED: ConstructorOptions = {
  schema: 'threatdiff_queue',
  // Nothing here is scheduled by the queue itself: sweeps are the server's.
  schedule: false,
  useListenNotify: true,
  superviseIntervalSeconds: SUPERVISE_SECONDS,
  monitorIntervalSeconds: SUPERVISE_SECONDS,
  maintenanceIntervalSeconds: 600,
  flowIntervalSeconds: 3600,
};

/** Not started yet. */
export function createBoss(connection: StoreConnection): PgBoss {
  if (connection.kind === 'embedded') {
    return new PgBoss({ ...SHARED, backend: 'pglite', db: fromPglite(connection.pglite) });
  }
  return new PgBoss({
    ...SHARED,
    connectionString: connection.databaseUrl,
    application_name: 'threatdiff-queue',
    max: CONNECTIONS,
  });
}
