/**
 * Many pull requests at once, webhooks twice and in disorder, and a GitHub that fails one request in twenty: every check
 * is concluded and right, every comment is there once. `STORM_PULL_REQUESTS=200` sends a thousand webhooks.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPEN_SSH, SAFE_QUEUE } from './sources.ts';
import { TestApp, waitFor } from './start-app.ts';

const PULL_REQUESTS = Number(process.env['STORM_PULL_REQUESTS'] ?? 30);
const TIMEOUT = 60_000 + PULL_REQUESTS * 3000;

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start({ host: { second: 20 } });
});
afterAll(async () => {
  await app.stop();
});

describe('a storm of webhooks', () => {
  it(
    `over ${PULL_REQUESTS} pull requests ends with every check concluded and right`,
    async () => {
      const shop = app.standIn.createRepository({ owner: 'acme', name: 'shop', files: { 'main.tf': SAFE_QUEUE } });
      app.standIn.install({ account: 'acme', rateLimit: 1_000_000 });
      const expected = new Map<number, string>();
      for (let index = 0; index < PULL_REQUESTS; index += 1) {
        const branch = `change-${index}`;
        const isOpen = index % 3 === 0;
        shop.commit({ branch, files: { [`${branch}.md`]: 'words\n' } });
        const { number } = shop.openPullRequest({ head: branch });
        const text = isOpen ? OPEN_SSH : `${SAFE_QUEUE}# ${index}\n`;
        shop.commit({ branch, files: { 'main.tf': text } });
        expected.set(number, isOpen ? 'failure' : 'success');
      }
      for (const [part, kind] of (['5xx', 'drop', 'drop-answer', '429', 'secondary-limit'] as const).entries()) {
        const chance = { probability: 0.01, seed: part + 1 };
        app.standIn.fail({ kind, times: Number.MAX_SAFE_INTEGER, retryAfter: 1, chance });
      }
      const deliveries = app.standIn.takeRaised().filter(({ event }) => event === 'pull_request');
      const startedAt = performance.now();
      const url = `${app.url}/api/github/webhooks`;
      const sent = [
        ...(await app.standIn.send(url, deliveries, { order: { seed: 3 }, copies: 2, parallel: 8 })),
        ...(await app.standIn.send(url, deliveries.slice(0, PULL_REQUESTS), { order: 'reversed', parallel: 8 })),
      ];
      expect(sent.filter(({ status }) => status !== 200)).toEqual([]);
      const newest = (number: number) => shop.checkRuns(shop.pull(number).head.sha).at(-1);
      await waitFor(
        () => Promise.resolve([...expected.keys()].every((number) => newest(number)?.status === 'completed')),
        TIMEOUT,
      );
      await app.settle(TIMEOUT);
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
      const requests = app.standIn.requests();
      const failed = requests.filter(({ fault }) => fault !== undefined).length;
      const figures = `${sent.length} webhooks, ${requests.length} requests, ${failed} of them failed`;
      process.stdout.write(`storm: ${PULL_REQUESTS} pull requests in ${seconds} s: ${figures}\n`);
      const concluded = [...expected.keys()].map((number) => [number, newest(number)?.conclusion]);
      expect(concluded).toEqual([...expected]);
      const waiting = shop.state.checkRuns.filter(({ status }) => status !== 'completed');
      expect(waiting).toEqual([]);
      const commented = shop.state.comments.map(({ issue }) => issue).sort((a, b) => a - b);
      const blocked = [...expected].filter(([, conclusion]) => conclusion === 'failure').map(([number]) => number);
      expect(commented).toEqual(blocked);
    },
    TIMEOUT * 2,
  );
});
