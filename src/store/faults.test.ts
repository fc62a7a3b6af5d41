/** A server whose connections drop, in the middle of transactions too: nothing is lost, or the error says what. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngines } from '../../test/postgres/open-engines.ts';
import { startPostgres } from '../../test/postgres/start-postgres.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

const test = openEngines();
const now = () => new Date();
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const report = (index: number) => ({
  repositoryId: 1,
  pullRequest: index,
  headSha: 'h',
  digest: `d${index}`,
  reportJson: JSON.stringify({ index, text: 'x'.repeat(20_000) }),
  engine: '0',
});

afterAll(() => test.end());

describe.runIf(test.engines.includes('server'))('a server whose connections drop', () => {
  let store: Store;
  let databaseUrl = '';

  beforeAll(async () => {
    const place = await test.place('server');
    databaseUrl = place.databaseUrl ?? '';
    store = await openStore({ ...place, now });
  });
  afterAll(() => store.close());

  it('while idle is connected to again', async () => {
    await store.ping();
    expect(await (await test.server()).dropConnections(databaseUrl)).toBeGreaterThan(0);
    await sleep(50);
    await store.ping();
  });

  it('in the middle of a transaction gets all of it once more', async () => {
    const blocker = new pg.Client({ connectionString: databaseUrl });
    blocker.on('error', () => undefined);
    await blocker.connect();
    await blocker.query('begin; lock table threatdiff.report_history in exclusive mode');
    const kept = store.reports.put(report(0));
    // The insert waits inside its transaction; then that connection is gone, and the lock with its own.
    await sleep(300);
    expect(await (await test.server()).dropConnections(databaseUrl)).toBeGreaterThanOrEqual(2);
    await kept;
    expect((await store.reports.get({ repositoryId: 1, pullRequest: 0, headSha: 'h' }))?.digest).toBe('d0');
  });

  it('again and again loses no write', async () => {
    const server = await test.server();
    const state = { done: false };
    const dropping = (async () => {
      let dropped = 0;
      for (let round = 0; round < 5 && !state.done; round += 1) {
        await sleep(20);
        dropped += await server.dropConnections(databaseUrl);
        await sleep(400);
      }
      return dropped;
    })();
    for (let index = 1; index <= 200; index += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, offset) => store.reports.put(report(index + offset))));
    }
    state.done = true;
    expect(await dropping).toBeGreaterThan(0);
    for (let index = 1; index <= 200; index += 1) {
      const found = await store.reports.get({ repositoryId: 1, pullRequest: index, headSha: 'h' });
      expect(found?.reportJson).toBe(report(index).reportJson);
    }
  });

  it('never gives one lease to two, even when the answer to the first is lost', async () => {
    const server = await test.server();
    const claims = Array.from({ length: 30 }, (_, index) =>
      store.leases.acquire(`commit-${index % 10}`, `${index}`, 60_000),
    );
    await server.dropConnections(databaseUrl);
    const won = (await Promise.all(claims)).filter((lease) => lease !== undefined).map((lease) => lease.name);
    expect(new Set(won).size).toBe(won.length);
  });
});

it.runIf(test.engines.includes('server'))('a server that is gone is an error that says so', async () => {
  const server = await startPostgres();
  const store = await openStore({ directory: '', databaseUrl: await server.createDatabase(), now });
  await server.stop();
  await expect(store.reports.put(report(1))).rejects.toThrow('keep a report: the database did not answer');
  await store.close();
});
