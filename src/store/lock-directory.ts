/**
 * Keeps a second process out of a directory: two embedded databases over the same files lose rows. The lock is a
 * folder that its owner touches every second; one that nobody has touched for five is taken over.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { UserError } from '../config/user-error.ts';

const STALE_MS = 5_000;
const UPDATE_MS = 1_000;
const LOOK_MS = 200;
/** Dead or alive is known after one period of staleness; the rest is room for a slow disk. */
const LOOKS = (STALE_MS * 2) / LOOK_MS;

/**
 * Takes the lock, waiting while it is unknown whether its owner is alive (a killed process leaves it behind).
 *
 * @param onLost called once when the lock was taken away, after this process stood still for too long.
 * @returns gives it back.
 * @throws UserError when a living process holds it.
 */
export async function lockDirectory(directory: string, onLost: (error: Error) => void): Promise<() => Promise<void>> {
  const path = join(directory, 'lock');
  const before = await touchedAt(path);
  for (let look = 0; look < LOOKS; look += 1) {
    try {
      return await lockfile.lock(directory, {
        lockfilePath: path,
        stale: STALE_MS,
        update: UPDATE_MS,
        onCompromised: (error) => onLost(new Error(`lost the lock of ${directory}`, { cause: error })),
      });
    } catch (error) {
      if (!isLocked(error)) throw cannotLock(directory, error);
      const touched = await touchedAt(path);
      // Touched since the first look: somebody is alive, and waiting for staleness would be in vain.
      if (before !== undefined && touched !== undefined && touched !== before) break;
    }
    await sleep(LOOK_MS);
  }
  throw new UserError(
    `another process uses the database in ${directory}`,
    'stop it, or set DATABASE_URL to a PostgreSQL server: the embedded database serves one process',
  );
}

async function touchedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    // Gone: its owner has just let go.
    return undefined;
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOCKED';
}

function cannotLock(directory: string, cause: unknown): UserError {
  const hint = 'the folder has to be writable, on a file system of this machine';
  return new UserError(`cannot lock the database folder ${directory}`, hint, { cause });
}
