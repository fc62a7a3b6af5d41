/** What the queue promises about jobs that succeed, on both databases. */
import { afterAll, describe, expect, it } from 'vitest';
import { openEngines } from '../../test/postgres/open-engines.ts';
import { queueFixture, sleep, until } from '../../test/postgres/queue-fixture.ts';

const test = openEngines();

afterAll(() => test.end());

describe.each(test.engines)('on the %s database', (engine) => {
  const at = queueFixture(test, engine);

  it('runs a job without waiting for a poll, once, with what it was given', async () => {
    await at.reopen(60);
    const seen: unknown[] = [];
    await at.queue.work(at.name, { concurrency: 2 }, async ({ key, data, attempt, isLastAttempt }) => {
      seen.push({ key, data, attempt, isLastAttempt });
    });
    await sleep(200);
    await at.queue.enqueue(at.job('r1/7', { data: { repository: 1, number: 7 } }));
    await until(() => seen.length > 0);
    await sleep(300);
    expect(seen).toEqual([{ key: 'r1/7', data: { repository: 1, number: 7 }, attempt: 1, isLastAttempt: false }]);
  });

  it('drains a backlog without a poll between jobs', async () => {
    await at.reopen(60);
    for (let index = 0; index < 100; index += 1) await at.queue.enqueue(at.job(`k${index}`));
    const seen = new Set<string>();
    await at.queue.work(at.name, { concurrency: 2 }, async ({ key }) => void seen.add(key));
    await until(() => seen.size === 100);
  });

  it('lets a newer job take the place of the one that waits', async () => {
    const ids = new Set<string>();
    for (const head of ['h1', 'h2', 'h3']) {
      const { id, superseded } = await at.queue.enqueue(at.job('pr', { data: { head } }));
      expect(superseded).toBe(head !== 'h1');
      ids.add(id);
    }
    expect(ids.size).toBe(1);
    await at.queue.enqueue(at.job('other'));
    const seen: unknown[] = [];
    await at.queue.work(at.name, { concurrency: 1 }, async ({ data }) => void seen.push(data));
    await until(() => seen.length === 2);
    expect(seen).toEqual([{ head: 'h3' }, { key: 'other' }]);
  });

  it('keeps one waiting job of a key however many are enqueued at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, head) => at.queue.enqueue(at.job('pr', { data: { head } }))),
    );
    expect(all.filter((one) => !one.superseded)).toHaveLength(1);
    expect((await at.queue.counts()).get(at.name)?.waiting).toBe(1);
  });

  it('never runs two jobs of a key at once, tells the older one, and holds up no other', async () => {
    const running = new Map<string, number>();
    const seen: string[] = [];
    let wasSuperseded: boolean | undefined;
    await at.queue.work(at.name, { concurrency: 3 }, async (one) => {
      running.set(one.key, (running.get(one.key) ?? 0) + 1);
      expect(running.get(one.key)).toBe(1);
      seen.push(`${one.key}:${String(one.data['head'])}`);
      if (one.data['head'] === 1) {
        await until(() => seen.includes('other:0'));
        wasSuperseded = await one.isSuperseded();
      }
      running.set(one.key, 0);
    });
    await at.queue.enqueue(at.job('pr', { data: { head: 1 } }));
    await until(() => seen.length === 1);
    await at.queue.enqueue(at.job('pr', { data: { head: 2 }, priority: 9 }));
    await at.queue.enqueue(at.job('other', { data: { head: 0 } }));
    await until(() => seen.length === 3);
    expect(seen).toEqual(['pr:1', 'other:0', 'pr:2']);
    expect(wasSuperseded).toBe(true);
  });

  it('runs pull requests before backfill, and a backfill never lowers a pull request', async () => {
    await at.queue.enqueue(at.job('backfill-1', { priority: 0 }));
    await at.queue.enqueue(at.job('pull-1', { priority: 10 }));
    await at.queue.enqueue(at.job('pull-2', { priority: 10 }));
    await at.queue.enqueue(at.job('pull-2', { priority: 0, startAfter: new Date(Date.now() + 3_600_000) }));
    await at.queue.enqueue(at.job('backfill-1', { priority: 0 }));
    const seen: string[] = [];
    await at.queue.work(at.name, { concurrency: 1 }, async ({ key }) => void seen.push(key));
    await until(() => seen.length === 3);
    expect(seen).toEqual(['pull-1', 'pull-2', 'backfill-1']);
  });

  it('leaves low priorities to others where workers are reserved', async () => {
    const seen: string[] = [];
    await at.queue.enqueue(at.job('backfill', { priority: 0 }));
    await at.queue.enqueue(at.job('pull', { priority: 10 }));
    await at.queue.work(at.name, { concurrency: 1, minPriority: 5 }, async ({ key }) => void seen.push(key));
    await until(() => seen.length === 1);
    await sleep(300);
    expect(seen).toEqual(['pull']);
    expect((await at.queue.counts()).get(at.name)?.waiting).toBe(1);
  });

  it('holds a job until its time, and brings it forward when it is wanted earlier', async () => {
    const seen: string[] = [];
    const soon = Date.now() + 1_500;
    await at.queue.work(at.name, { concurrency: 1 }, async ({ key }) => void seen.push(key));
    await at.queue.enqueue(at.job('deadline', { startAfter: new Date(soon) }));
    await at.queue.enqueue(at.job('moved', { startAfter: new Date(soon + 3_600_000) }));
    expect((await at.queue.counts()).get(at.name)).toMatchObject({ waiting: 0, delayed: 2 });
    await at.queue.enqueue(at.job('moved'));
    await until(() => seen.includes('moved'));
    expect(seen).not.toContain('deadline');
    await until(() => seen.includes('deadline'));
    expect(Date.now()).toBeGreaterThanOrEqual(soon - 100);
  });

  it('shares its database with the store: transactions of both, at the same time', async () => {
    const { leases, reports } = at.store;
    const tokens = new Set<number>();
    await at.queue.work(at.name, { concurrency: 4 }, async ({ key, data }) => {
      const lease = await leases.acquire(key, 'worker', 60_000);
      const report = { repositoryId: 1, pullRequest: Number(data['number']), headSha: key, digest: key, engine: '0' };
      await reports.put({ ...report, reportJson: '{}' });
      if (lease !== undefined) tokens.add(lease.token);
    });
    const numbers = Array.from({ length: 60 }, (_, number) => number);
    await Promise.all(numbers.map((number) => at.queue.enqueue(at.job(`k${number}`, { data: { number } }))));
    await until(() => tokens.size === 60);
    for (const number of numbers) expect(await reports.list(1, number, 9)).toHaveLength(1);
  });
});
