/**
 * Both engines for one test file: databases by the dozen, and one call that ends and deletes them all. Loaded by tests
 * only.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningPostgres, startPostgres, testedEngines } from './start-postgres.ts';

export interface TestPlace {
  readonly databaseUrl?: string;
  readonly directory: string;
}

export interface TestEngines {
  readonly engines: readonly ('embedded' | 'server')[];
  /** An empty database of that engine. */
  place(engine: 'embedded' | 'server'): Promise<TestPlace>;
  /** The server; started by the first call. */
  server(): Promise<RunningPostgres>;
  end(): Promise<void>;
}

/** Starts nothing before it is asked for. */
export function openEngines(): TestEngines {
  const folder = mkdtempSync(join(tmpdir(), 'threatdiff-store-'));
  let running: Promise<RunningPostgres> | undefined;
  let places = 0;
  const server = () => {
    running ??= startPostgres();
    return running;
  };
  return {
    engines: testedEngines(),
    server,
    place: async (engine) => {
      places += 1;
      const directory = join(folder, `place-${places}`);
      if (engine === 'embedded') return { directory };
      return { directory, databaseUrl: await (await server()).createDatabase() };
    },
    end: async () => {
      if (running !== undefined) await (await running).stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
