/** Code scanning beside the check, over real HTTP: where the installation grants it, and never in the check's way. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { OPEN_SSH, SAFE_QUEUE } from './sources.ts';
import { TestApp } from './start-app.ts';

const UPLOAD = 'code-scanning/upload-sarif';
const BASE = { metadata: 'read', contents: 'read', members: 'read', checks: 'write', pull_requests: 'write' } as const;
const WITH_ALERTS = { ...BASE, security_events: 'write' } as const;

let app: TestApp;
let shop: RepositoryHandle;
let tests = 0;
beforeAll(async () => {
  app = await TestApp.start({ host: { second: 2 } });
});
beforeEach(() => {
  tests += 1;
  shop = app.standIn.createRepository({ owner: `acme-${tests}`, name: 'shop', files: { 'main.tf': SAFE_QUEUE } });
});
afterAll(async () => {
  const violations = app.standIn.violations();
  await app.stop();
  expect(violations).toEqual([]);
});

function install(permissions: typeof BASE | typeof WITH_ALERTS): void {
  app.standIn.install({ account: `acme-${tests}`, permissions });
  app.standIn.takeRaised();
  app.standIn.forgetRequests();
}

async function judge(branch = 'open-ssh'): Promise<string | null> {
  const head = shop.commit({ branch, files: { 'main.tf': `${OPEN_SSH}# ${branch}\n` } });
  shop.openPullRequest({ head: branch });
  await app.deliver();
  const { conclusion } = await app.concluded(shop, head);
  await app.settle();
  return conclusion;
}

const uploads = (): number => app.standIn.countRequests()[UPLOAD] ?? 0;

describe('alerts of code scanning', () => {
  it('are uploaded for the head of the pull request where the installation grants it', async () => {
    install(WITH_ALERTS);
    expect(await judge()).toBe('failure');
    const [upload] = [...shop.state.sarifs.values()];
    expect(upload).toMatchObject({ ref: 'refs/pull/1/head', commit: shop.tip('open-ssh') });
    expect(upload?.sarif).toContain('aws-security-group-open-admin-port');
    expect(uploads()).toBe(1);
  });

  it('cost no request where it does not', async () => {
    install(BASE);
    expect(await judge()).toBe('failure');
    expect(uploads()).toBe(0);
  });

  it('are asked for once where code scanning is off for the repository', async () => {
    install(WITH_ALERTS);
    shop.state.codeScanning = 'off';
    expect([await judge('one'), await judge('two')]).toEqual(['failure', 'failure']);
    expect(uploads()).toBe(1);
  });

  it('change no verdict where GitHub fails', async () => {
    install(WITH_ALERTS);
    app.standIn.fail({ kind: '5xx', times: 10, match: { operation: UPLOAD } });
    expect(await judge()).toBe('failure');
    expect(shop.checkRuns(shop.tip('open-ssh'))).toHaveLength(1);
    expect(app.log.filter(({ event }) => event === 'alerts-not-uploaded')).toHaveLength(1);
    app.standIn.clearFaults();
  });
});
