/** What the queue promises when it stops, on both databases. */
import { afterAll, describe, expect, it } from 'vitest';
import { openEngines } from '../../test/postgres/open-engines.ts';
import { queueFixture, sleep, until } from '../../test/postgres/queue-fixture.ts';

const test = openEngines();

afterAll(() => test.end());

describe.each(test.engines)('on the %s database', (engine) => {
  const at = queueFixture(test, engine);

  it('finishes what runs before it stops, and gives back what takes too long', async () => {
    const ended: string[] = [];
    const aborted: string[] = [];
    const handler = async (one: { readonly key: string; readonly signal: AbortSignal }) => {
      one.signal.addEventListener('abort', () => aborted.push(one.key));
      await sleep(one.key === 'quick' ? 500 : 4_000);
      ended.push(one.key);
    };
    await at.queue.work(at.name, { concurrency: 2 }, handler);
    await at.queue.enqueue(at.job('quick'));
    await at.queue.enqueue(at.job('slow'));
    await sleep(200);
    await at.queue.stop(1_200);
    expect(ended).toEqual(['quick']);
    expect(aborted).toContain('slow');
    await at.reopen();
    const again: string[] = [];
    await at.queue.work(at.name, { concurrency: 1 }, async ({ key }) => void again.push(key));
    await until(() => again.length === 1);
    expect(again).toEqual(['slow']);
  });
});
