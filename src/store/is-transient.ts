/**
 * Which database errors go away by themselves: a dropped connection, a server that restarts, a lost race between
 * transactions. Decides only; what to do about it is the caller's.
 */

/** SQLSTATE classes and codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const STATES = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  // in_failed_sql_transaction: embedded, the queue and the store share one session, and a failed statement of the one
  // may leave it aborted for the moment before its ROLLBACK.
  '25P02',
]);

const SOCKET = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EAI_AGAIN', 'EHOSTUNREACH']);

/** What `pg` says without a code. */
const MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
];

/** True when running the same statement again may succeed. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (STATES.has(code) || SOCKET.has(code) || code.startsWith('08')) return true;
  if (MESSAGES.some((text) => error.message.includes(text))) return true;
  return error.cause !== undefined && isTransient(error.cause);
}
