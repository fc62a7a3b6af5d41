/** Who enqueues hundreds of jobs takes turns with everybody else, on both databases. */
import { afterAll, describe, expect, it } from 'vitest';
import { openEngines } from '../../test/postgres/open-engines.ts';
import { queueFixture, until } from '../../test/postgres/queue-fixture.ts';
import { MOST_LEVELS_DOWN } from './levels-down.ts';

const test = openEngines();

afterAll(() => test.end());

describe.each(test.engines)('on the %s database', (engine) => {
  const at = queueFixture(test, engine);
  const enqueue = (key: string, origin: string, priority = 100) => at.queue.enqueue(at.job(key, { origin, priority }));

  /** The order in which one worker takes what waits; `during` runs with the first job. */
  async function orderOf(count: number, during: () => Promise<void> = () => Promise.resolve()) {
    const seen: string[] = [];
    await at.queue.work(at.name, { concurrency: 1, minPriority: 100 - MOST_LEVELS_DOWN }, async ({ key }) => {
      seen.push(key);
      if (seen.length === 1) await during();
    });
    await until(() => seen.length >= count, 60_000);
    return seen;
  }

  it('a single pull request comes next, though another repository pushed 500 heads before', async () => {
    for (let index = 0; index < 500; index += 1) await enqueue(`busy-${index}`, 'busy');
    const order = await orderOf(3, async () => void (await enqueue('single', 'quiet')));
    expect(order.slice(0, 3)).toEqual(['busy-0', 'single', 'busy-1']);
  }, 60_000);

  it('the jobs of one origin stay in order, and all are taken', async () => {
    for (let index = 0; index < 40; index += 1) await enqueue(`a-${index}`, 'a');
    for (let index = 0; index < 5; index += 1) await enqueue(`b-${index}`, 'b');
    const order = await orderOf(45);
    const of = (origin: string) => order.filter((key) => key.startsWith(origin));
    expect(of('a')).toEqual(Array.from({ length: 40 }, (_, index) => `a-${index}`));
    expect(of('b')).toEqual(Array.from({ length: 5 }, (_, index) => `b-${index}`));
    expect(order.indexOf('b-4')).toBeLessThan(16);
  }, 60_000);

  it('what can wait never comes before what somebody waits for', async () => {
    await enqueue('later', 'quiet', 50);
    for (let index = 0; index < 300; index += 1) await enqueue(`busy-${index}`, 'busy');
    const order: string[] = [];
    await at.queue.work(at.name, { concurrency: 1 }, async ({ key }) => void order.push(key));
    await until(() => order.length === 301, 60_000);
    expect(order.at(-1)).toBe('later');
  }, 60_000);
});
