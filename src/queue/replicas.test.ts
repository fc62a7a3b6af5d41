/** Three replicas on one server: every job is done, by one holder of its lease, also when connections drop. */
import { afterAll, describe, expect, it } from 'vitest';
import { openEngines } from '../../test/postgres/open-engines.ts';
import { sleep, until } from '../../test/postgres/queue-fixture.ts';
import { openStore } from '../store/open-store.ts';
import { openQueue } from './open-queue.ts';

const test = openEngines();
const definition = {
  name: 'check',
  retries: 5,
  retryDelaySeconds: 1,
  maxRetryDelaySeconds: 2,
  expireSeconds: 60,
  heartbeatSeconds: 10,
};

afterAll(() => test.end());

async function openReplica(databaseUrl: string, onError: (error: Error) => void) {
  const store = await openStore({ directory: '', databaseUrl, now: () => new Date() });
  const { connection } = store;
  const queue = await openQueue({ connection, queues: [definition], now: () => new Date(), pollSeconds: 0.5, onError });
  const close = async () => {
    await queue.stop(2_000);
    await store.close();
  };
  return { store, queue, close };
}

describe.runIf(test.engines.includes('server'))('three replicas', () => {
  it('share the work, and one holder of a lease does each commit', async () => {
    const databaseUrl = (await test.place('server')).databaseUrl ?? '';
    const errors: Error[] = [];
    const open = () => openReplica(databaseUrl, (error) => errors.push(error));
    const replicas = await Promise.all([open(), open(), open()]);
    const runs = new Map<string, number>();
    const holding = new Map<string, string>();
    const byReplica = [0, 0, 0];
    for (const [index, { store, queue }] of replicas.entries()) {
      await queue.work('check', { concurrency: 2 }, async (job) => {
        // Two pull requests share each commit.
        const commit = String(job.data['commit']);
        const lease = await store.leases.acquire(commit, `${index}:${job.id}`, 30_000);
        if (lease === undefined) throw new Error('somebody else is at it');
        expect(holding.get(commit)).toBeUndefined();
        holding.set(commit, job.key);
        await sleep(20);
        holding.delete(commit);
        runs.set(job.key, (runs.get(job.key) ?? 0) + 1);
        byReplica[index] = (byReplica[index] ?? 0) + 1;
        await store.leases.release(lease);
      });
    }
    const keys = Array.from({ length: 90 }, (_, index) => `pr-${index}`);
    const enqueued = keys.map(async (key, index) =>
      replicas[index % 3]?.queue.enqueue({ name: 'check', key, data: { commit: `c${index >> 1}` }, priority: 0 }),
    );
    await Promise.all(enqueued);
    await until(() => runs.size === 90, 20_000);
    expect([...runs.values()].every((count) => count === 1)).toBe(true);
    expect(byReplica.every((count) => count > 0)).toBe(true);
    expect(errors).toEqual([]);
    await Promise.all(replicas.map((replica) => replica.close()));
  });
});

describe.runIf(test.engines.includes('server'))('a replica whose connections drop', () => {
  it('loses no job: each is done at least once, and what it enqueued meanwhile too', async () => {
    const databaseUrl = (await test.place('server')).databaseUrl ?? '';
    const server = await test.server();
    const errors: Error[] = [];
    const { queue, close } = await openReplica(databaseUrl, (error) => errors.push(error));
    const done = new Set<string>();
    await queue.work('check', { concurrency: 4 }, async (job) => {
      await sleep(30);
      done.add(job.key);
    });
    const keys = Array.from({ length: 60 }, (_, index) => `pr-${index}`);
    for (const [index, key] of keys.entries()) {
      await queue.enqueue({ name: 'check', key, data: {}, priority: 0 });
      if (index % 20 === 10) expect(await server.dropConnections(databaseUrl)).toBeGreaterThan(0);
    }
    await until(() => done.size === keys.length, 25_000);
    // What was cut off is told, not swallowed; and the queue still works.
    expect(errors.length).toBeGreaterThan(0);
    await queue.enqueue({ name: 'check', key: 'after', data: {}, priority: 0 });
    await until(() => done.has('after'));
    await close();
  });
});
