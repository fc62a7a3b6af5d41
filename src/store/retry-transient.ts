/**
 * Runs work on the database again after an error that goes away by itself, a few times within about a second. It knows
 * neither tables nor jobs, and keeps nothing between two calls.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isTransient } from './is-transient.ts';

/** Long enough for a connection to be replaced or a server to restart, short enough for a webhook handler. */
const DELAYS_MS = [50, 250, 1000];

/**
 * @param what verb and object, for the error: `read blobs`.
 * @param work has to be idempotent: a connection that drops after a commit looks like one that dropped before.
 * @throws Error `<what>: the database did not answer` when it stays away; any other error as it is.
 */
export async function retryTransient<T>(what: string, work: () => Promise<T>): Promise<T> {
  for (const delay of DELAYS_MS) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error)) throw error;
      await sleep(delay);
    }
  }
  try {
    return await work();
  } catch (error) {
    if (!isTransient(error)) throw error;
    throw new Error(`${what}: the database did not answer`, { cause: error });
  }
}
