/**
 * The embedded database: PostgreSQL compiled to WebAssembly, in a folder, for one process. It never syncs to disk, so
 * the last moments before a power cut may be missing; nothing that decides is kept here.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { UserError } from '../config/user-error.ts';
import { createDatabase } from './create-database.ts';
import type { Database } from './database.ts';
import { lockDirectory } from './lock-directory.ts';
import { migrate } from './migrate.ts';
import { parseInt8 } from './parse-int8.ts';
import type { Tables } from './tables.ts';

export interface EmbeddedDatabase {
  readonly database: Database;
  readonly pglite: PGlite;
}

/**
 * Opens or creates the database in `directory` and migrates it.
 *
 * @param onLost called when another process took the directory away; every later query fails with that error.
 * @throws UserError when the folder is in use, cannot be written or holds a database that cannot be opened.
 */
export async function openEmbeddedDatabase(
  directory: string,
  onLost: (error: Error) => void,
): Promise<EmbeddedDatabase> {
  await makeFolder(directory);
  let lost: Error | undefined;
  const unlock = await lockDirectory(directory, (error) => {
    lost = error;
    onLost(error);
  });
  try {
    const pglite = await boot(join(directory, 'database'));
    const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    const close = async () => {
      // Closing writes to files that belong to somebody else by then.
      if (lost !== undefined) return;
      await kysely.destroy();
      await unlock();
    };
    await migrate(kysely);
    return { database: createDatabase({ kysely, lost: () => lost, close }), pglite };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function makeFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new UserError(`cannot create the database folder ${directory}`, 'name a folder that can be written', {
      cause,
    });
  }
}

async function boot(dataDir: string): Promise<PGlite> {
  try {
    return await PGlite.create({ dataDir, parsers: { [types.INT8]: parseInt8 } });
  } catch (cause) {
    throw new UserError(
      `cannot open the embedded database in ${dataDir}`,
      'delete that folder: everything in it is rebuilt from GitHub',
      { cause },
    );
  }
}
