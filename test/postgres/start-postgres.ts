/**
 * A PostgreSQL server for a test: a new cluster in a temporary folder, on a random port of this machine and on a
 * socket, stopped and deleted afterwards. Uses what Debian's package `postgresql` installs; downloads nothing. A test
 * file that finds none says so and runs on the embedded database alone.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface RunningPostgres {
  /** `postgres://…` of an empty database that no other caller gets. */
  createDatabase(): Promise<string>;
  /** Ends connections to a database as a server that restarts would; returns how many. */
  dropConnections(url: string): Promise<number>;
  stop(): Promise<void>;
}

const VERSIONS = '/usr/lib/postgresql';
const READY_MS = 20_000;

/** Where `initdb` and `postgres` are; undefined where the package is not installed. */
export function findPostgres(): string | undefined {
  if (!existsSync(VERSIONS)) return undefined;
  const newestFirst = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a));
  return newestFirst.map((version) => join(VERSIONS, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/**
 * The engines a test can run on. Prints one line when there is no server, and fails where one was promised
 * (`REQUIRE_POSTGRES=1`, as continuous integration does): a suite that silently tests less is worse than none.
 */
export function testedEngines(): readonly ('embedded' | 'server')[] {
  if (findPostgres() !== undefined) return ['embedded', 'server'];
  if (process.env['REQUIRE_POSTGRES'] === '1') throw new Error(`PostgreSQL is required but not in ${VERSIONS}`);
  process.stderr.write(
    `no PostgreSQL in ${VERSIONS}: tested on the embedded database only (apt-get install postgresql)\n`,
  );
  return ['embedded'];
}

/** Starts a cluster of its own; about 2 s. */
export async function startPostgres(): Promise<RunningPostgres> {
  const bin = findPostgres();
  if (bin === undefined) throw new Error(`no PostgreSQL in ${VERSIONS}`);
  const folder = mkdtempSync(join(tmpdir(), 'threatdiff-postgres-'));
  const data = join(folder, 'data');
  const user = serverUser(folder);
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: folder, stdio: 'pipe' },
  );
  const port = await freePort();
  const settings = [`listen_addresses=127.0.0.1`, `port=${port}`, `unix_socket_directories=${folder}`, 'fsync=off'];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stopNow = () => server.kill('SIGKILL');
  process.once('exit', stopNow);
  const adminUrl = `postgres://tester@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    process.removeListener('exit', stopNow);
    // SIGINT is a fast shutdown: connections are ended, not waited for.
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(adminUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  let databases = 0;
  return {
    stop,
    createDatabase: async () => {
      databases += 1;
      await withClient(adminUrl, (client) => client.query(`create database test${databases}`));
      return `postgres://tester@127.0.0.1:${port}/test${databases}`;
    },
    dropConnections: (url) =>
      withClient(adminUrl, async (client) => {
        const name = new URL(url).pathname.slice(1);
        const { rowCount } = await client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
          [name],
        );
        return rowCount ?? 0;
      }),
  };
}

/** PostgreSQL refuses to run as root, so there it runs as the user its package made. */
function serverUser(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })));
  execFileSync('chown', ['postgres', folder]);
  chmodSync(folder, 0o700);
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function waitUntilReady(url: string): Promise<void> {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    try {
      await withClient(url, (client) => client.query('select 1'));
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error('PostgreSQL did not start', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A connection that the test drops has nobody else to tell.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
