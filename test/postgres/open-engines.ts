/**
 * Both engines for one test file: databases by the dozen, and one call that ends and deletes them all. Loaded by tests
 * only.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type RunningPostgres, startPostgres, testedEngines } from './start-postgres.ts';

export interface TestPlace {
  readonly databaseUrl?: string;
  readonly directory: string;
}

export interface TestEngines {
  readonly engines: readonly ('embedded' | 'server')[];
  /** An empty database of that engine; an embedded one is copied, because making one takes seconds. */
  place(engine: 'embedded' | 'server'): Promise<TestPlace>;
  /** A folder without any database. */
  emptyFolder(): TestPlace;
  /** The server; started by the first call. */
  server(): Promise<RunningPostgres>;
  end(): Promise<void>;
}

/** Starts nothing before it is asked for. */
export function openEngines(): TestEngines {
  let folder: string | undefined;
  let running: Promise<RunningPostgres> | undefined;
  let places = 0;
  const emptyFolder = () => {
    places += 1;
    // Only now: where every test of a file is skipped, nothing calls `end`.
    folder ??= mkdtempSync(join(tmpdir(), 'threatdiff-store-'));
    return { directory: join(folder, `place-${places}`) };
  };
  const server = () => {
    running ??= startPostgres();
    return running;
  };
  return {
    engines: testedEngines(),
    server,
    emptyFolder,
    place: async (engine) => {
      const { directory } = emptyFolder();
      if (engine === 'server') return { directory, databaseUrl: await (await server()).createDatabase() };
      cpSync(await findTemplate(), join(directory, 'database'), { recursive: true });
      return { directory };
    },
    end: async () => {
      if (running !== undefined) await (await running).stop();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const root = join(import.meta.dirname, '../..');

/** An embedded database as PGlite makes it, before any migration; kept in the cache folder between runs. */
async function findTemplate(): Promise<string> {
  const manifest = readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const template = join(root, '.cache', `pglite-${version}`);
  if (existsSync(template)) return template;
  mkdirSync(join(root, '.cache'), { recursive: true });
  const fresh = mkdtempSync(`${template}-`);
  await (await PGlite.create({ dataDir: fresh })).close();
  try {
    renameSync(fresh, template);
  } catch {
    // Another test file was faster.
    rmSync(fresh, { recursive: true, force: true });
  }
  return template;
}
