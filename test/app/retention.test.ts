/** What the App keeps it also drops: the sweep of a server that starts much later leaves nothing old behind. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { GitHubStandIn } from '../github/stand-in.ts';
import { OPEN_SSH, SAFE_QUEUE } from './sources.ts';
import { TestApp, waitFor } from './start-app.ts';

const DAY = 86_400_000;

it('reports, notes and deliveries are dropped by the sweep after the days that are set', {
  timeout: 120_000,
}, async () => {
  const standIn = await GitHubStandIn.start();
  const folder = mkdtempSync(join(tmpdir(), 'threatdiff-retention-'));
  const settings = { keepReportsDays: 20, keepNotesDays: 10 };
  const shop = standIn.createRepository({ owner: 'acme', name: 'shop', files: { 'main.tf': SAFE_QUEUE } });
  standIn.install({ account: 'acme' });
  const sweptBy = async (app: TestApp) => {
    const sweep = () => app.log.find(({ event }) => event === 'sweep')?.fields;
    await waitFor(() => Promise.resolve(sweep() !== undefined));
    return sweep();
  };
  let days = 0;
  const app = await TestApp.start({ standIn, folder, settings, host: { now: () => Date.now() + days * DAY } });
  expect(await sweptBy(app)).toMatchObject({ installations: 1, reports: 0, checks: 0, deliveries: 0, pullRequests: 0 });
  const head = shop.commit({ branch: 'open-ssh', files: { 'main.tf': OPEN_SSH } });
  const { number } = shop.openPullRequest({ head: 'open-ssh' });
  await app.deliver();
  await app.concluded(shop, head);
  await app.settle();
  await app.stopServer();
  shop.closePullRequest(number);
  for (const [later, dropped] of [
    [11, { reports: 0, checks: 1, deliveries: 2, pullRequests: 0 }],
    [21, { reports: 1, checks: 0, deliveries: 0, pullRequests: 1 }],
  ] as const) {
    days = later;
    app.log.length = 0;
    await app.startServer();
    expect(await sweptBy(app)).toMatchObject(dropped);
    await app.stopServer();
  }
  await app.stop();
  await standIn.stop();
});
