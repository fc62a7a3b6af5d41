/** Opening, migrating, closing and what people are told when it does not work. */
import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openEngines } from '../../test/postgres/open-engines.ts';
import { UserError } from '../config/user-error.ts';
import { openStore } from './open-store.ts';

const test = openEngines();
const now = () => new Date();

afterAll(() => test.end());

async function failureOf(work: Promise<unknown>): Promise<UserError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error('no UserError', { cause: error });
  return error;
}

describe.each(test.engines)('on the %s database', (engine) => {
  it('migrates once, and finds again what it kept', async () => {
    const place = await test.place(engine);
    for (const seen of [1, 2, 3]) {
      const store = await openStore({ ...place, now });
      await store.ping();
      expect(await store.deliveries.record('guid', 'push')).toBe(seen);
      await store.close();
      await store.close();
    }
  });

  it('says that it is closed', async () => {
    const store = await openStore({ ...(await test.place(engine)), now });
    await store.close();
    await expect(store.ping()).rejects.toThrow('reach the database: the store is closed');
  });
});

describe.runIf(test.engines.includes('server'))('a server', () => {
  it('is migrated once by replicas that start together', async () => {
    const place = await test.place('server');
    const stores = await Promise.all(Array.from({ length: 5 }, () => openStore({ ...place, now })));
    const seen = await Promise.all(stores.map((store) => store.deliveries.record('guid', 'push')));
    expect(seen.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('that refuses is named without the password', async () => {
    const url = new URL((await test.place('server')).databaseUrl ?? '');
    url.password = 'hunter2';
    url.pathname = '/missing';
    const error = await failureOf(openStore({ directory: '', databaseUrl: url.href, now }));
    expect(error.message).toBe(`cannot connect to the database at ${url.host}/missing`);
    expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
  });
});

describe('the embedded database', () => {
  it('lets one store into a directory, which it creates', async () => {
    const place = test.emptyFolder();
    const store = await openStore({ ...place, now });
    const error = await failureOf(openStore({ ...place, now }));
    expect(error.message).toBe(`another process uses the database in ${place.directory}`);
    expect(error.hint).toContain('DATABASE_URL');
    expect(await store.deliveries.record('guid', 'push')).toBe(1);
    await store.close();
  });

  it('stops writing once another process took the directory', async () => {
    const place = await test.place('embedded');
    const lost: string[] = [];
    const store = await openStore({ ...place, now, onLost: (error) => lost.push(error.message) });
    const lock = join(place.directory, 'lock');
    expect(statSync(lock).isDirectory()).toBe(true);
    // What a takeover looks like from here: somebody else touches the lock.
    utimesSync(lock, new Date(), new Date(Date.now() + 3_600_000));
    await expect.poll(() => lost, { timeout: 5_000 }).toEqual([`lost the lock of ${place.directory}`]);
    await expect(store.deliveries.record('guid', 'push')).rejects.toThrow('lost the lock');
    await store.close();
    expect(statSync(lock).isDirectory()).toBe(true);
  });

  it('that cannot be opened says which folder to delete', async () => {
    const { directory } = test.emptyFolder();
    mkdirSync(join(directory, 'database'), { recursive: true });
    writeFileSync(join(directory, 'database', 'PG_VERSION'), 'nonsense');
    const error = await failureOf(openStore({ directory, now }));
    expect(error.message).toContain(join(directory, 'database'));
    expect(error.hint).toContain('rebuilt from GitHub');
  });

  it('needs a folder that can be written', async () => {
    const { directory } = test.emptyFolder();
    writeFileSync(directory, '');
    const error = await failureOf(openStore({ directory, now }));
    expect(error.message).toBe(`cannot create the database folder ${directory}`);
  });
});

it.each(['mysql://host/db', 'not a url', ''])('refuses %j as a database', async (databaseUrl) => {
  const error = await failureOf(openStore({ directory: '', databaseUrl, now }));
  expect(error.message).toBe('DATABASE_URL is not a URL of a PostgreSQL server');
});
