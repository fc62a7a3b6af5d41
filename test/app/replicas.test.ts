/** Three servers over one PostgreSQL: each check is concluded once, also when one of them goes away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitHubStandIn } from '../github/stand-in.ts';
import { findPostgres, type RunningPostgres, startPostgres, testedEngines } from '../postgres/start-postgres.ts';
import { OPEN_SSH, SAFE_QUEUE } from './sources.ts';
import { TestApp } from './start-app.ts';

const PULL_REQUESTS = 12;
testedEngines();

let postgres: RunningPostgres;
let standIn: GitHubStandIn;
const apps: TestApp[] = [];

describe.runIf(findPostgres() !== undefined)('three replicas', () => {
  beforeAll(async () => {
    postgres = await startPostgres();
    standIn = await GitHubStandIn.start();
    const databaseUrl = await postgres.createDatabase();
    for (const name of ['one', 'two', 'three']) {
      apps.push(await TestApp.start({ standIn, settings: { databaseUrl }, host: { holder: name } }));
    }
  });
  afterAll(async () => {
    for (const app of apps) await app.stop();
    await standIn.stop();
    await postgres.stop();
  });

  it('conclude each check once and comment once, whoever gets the webhook', { timeout: 120_000 }, async () => {
    const shop = standIn.createRepository({ owner: 'acme', name: 'shop', files: { 'main.tf': SAFE_QUEUE } });
    standIn.install({ account: 'acme', rateLimit: 100_000 });
    const heads: string[] = [];
    for (let index = 0; index < PULL_REQUESTS; index += 1) {
      heads.push(shop.commit({ branch: `change-${index}`, files: { 'main.tf': `${OPEN_SSH}# ${index}\n` } }));
      shop.openPullRequest({ head: `change-${index}` });
    }
    const deliveries = standIn.takeRaised();
    const urls = apps.map(({ url }) => `${url}/api/github/webhooks`);
    await Promise.all(urls.map((url, seed) => standIn.send(url, deliveries, { order: { seed }, parallel: 2 })));
    const [first, ...rest] = apps;
    await first?.stopServer();
    for (const head of heads) await rest[0]?.concluded(shop, head, 60_000);
    await rest[0]?.settle(60_000);
    for (const head of heads) expect(shop.checkRuns(head)).toMatchObject([{ conclusion: 'failure' }]);
    expect(shop.state.comments.map(({ issue }) => issue).sort((a, b) => a - b)).toEqual(
      Array.from({ length: PULL_REQUESTS }, (_, index) => index + 1),
    );
    expect(standIn.violations()).toEqual([]);
  });
});
