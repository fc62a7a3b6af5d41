/** What the queue promises about jobs that fail, on both databases. */
import { afterAll, describe, expect, it } from 'vitest';
import { openEngines } from '../../test/postgres/open-engines.ts';
import { queueFixture, sleep, until } from '../../test/postgres/queue-fixture.ts';
import type { DeadJob } from './queue.ts';

const test = openEngines();

afterAll(() => test.end());

describe.each(test.engines)('on the %s database', (engine) => {
  const at = queueFixture(test, engine);

  it('tries a failing job again, then hands it over as dead with its reason', async () => {
    const attempts: boolean[] = [];
    const dead: DeadJob[] = [];
    await at.queue.workDead(at.name, async (one) => void dead.push(one));
    await at.queue.work(at.name, { concurrency: 1 }, async ({ isLastAttempt }) => {
      attempts.push(isLastAttempt);
      throw new Error('the analysis ran out of memory');
    });
    await at.queue.enqueue(at.job('pr', { data: { head: 'h1' } }));
    await until(() => dead.length > 0);
    expect(attempts).toEqual([false, true]);
    expect(dead).toMatchObject([
      { name: at.name, key: 'pr', data: { head: 'h1' }, reason: 'the analysis ran out of memory' },
    ]);
    expect((await at.queue.counts()).get(at.name)).toMatchObject({ failed: 1, completedHere: 0, failedRunsHere: 2 });
  });

  it('gives new data to a job that waits for a retry, with attempts of its own', async () => {
    const seen: string[] = [];
    await at.queue.work(at.name, { concurrency: 1 }, async ({ data, attempt, isLastAttempt }) => {
      seen.push(`${String(data['head'])} ${attempt} ${isLastAttempt}`);
      if (seen.length < 3) throw new Error('not yet');
    });
    await at.queue.enqueue(at.job('pr', { data: { head: 'h1' } }));
    await until(() => seen.length === 1);
    await sleep(100);
    await at.queue.enqueue(at.job('pr', { data: { head: 'h2' } }));
    await until(() => seen.length === 3);
    expect(seen).toEqual(['h1 1 false', 'h2 2 false', 'h2 3 true']);
  });

  it('does not run the retry of a job whose newer one is due', async () => {
    const seen: string[] = [];
    let letFail: (() => void) | undefined;
    await at.queue.work(at.name, { concurrency: 1 }, async ({ data }) => {
      seen.push(String(data['head']));
      if (data['head'] !== 'h1') return;
      await new Promise<void>((resolve) => {
        letFail = resolve;
      });
      throw new Error('h1 failed');
    });
    await at.queue.enqueue(at.job('pr', { data: { head: 'h1' } }));
    await until(() => letFail !== undefined);
    await at.queue.enqueue(at.job('pr', { data: { head: 'h2' } }));
    letFail?.();
    await until(() => seen.length === 2);
    await sleep(2_500);
    expect(seen).toEqual(['h1', 'h2']);
    expect((await at.queue.counts()).get(at.name)).toMatchObject({ waiting: 0, delayed: 0, active: 0, dead: 0 });
  });
});
