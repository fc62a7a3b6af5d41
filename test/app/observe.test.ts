/** The first days of an installation, over real HTTP: what would have been blocked is said, and nothing is held up. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { OPEN_SSH, SAFE_QUEUE } from './sources.ts';
import { TestApp } from './start-app.ts';

const POLICY = '.github/threatdiff.yml';
let app: TestApp;
let shop: RepositoryHandle;
let installation: number;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');

beforeEach(async () => {
  app = await TestApp.start({ host: { second: 2 } });
  await app.settle();
});
afterEach(async () => {
  expect(app.standIn.violations()).toEqual([]);
  await app.stop();
});

function install(days: number, policy?: string): void {
  const files = { 'main.tf': SAFE_QUEUE, ...(policy === undefined ? {} : { [POLICY]: policy }) };
  shop = app.standIn.createRepository({ owner: 'acme', name: 'shop', files });
  installation = app.standIn.install({ account: 'acme', at: daysAgo(days) });
  shop.requireCheck({ context: 'threatdiff', appId: app.standIn.appId });
  app.standIn.takeRaised();
}

async function judge(branch: string, files = { 'main.tf': `${OPEN_SSH}# ${branch}\n` } as Record<string, string>) {
  const head = shop.commit({ branch, files });
  shop.openPullRequest({ head: branch });
  await app.deliver();
  return { head, check: await app.concluded(shop, head) };
}

describe('a new installation', () => {
  it('says what it would have blocked, until when, and how to end that; and holds nothing up', async () => {
    install(3);
    const { head, check } = await judge('open-ssh');
    expect(check.conclusion).toBe('neutral');
    expect(check.output.title).toMatch(/^observing, would have blocked: .* \(\d+ blocking\)$/);
    expect(check.output.summary).toContain(`until ${daysAgo(-11).slice(0, 10)} or for 19 more pull requests`);
    expect(check.output.summary).toContain('`mode: enforce`');
    expect(shop.state.comments[0]?.body).toContain('observing, would have blocked');
    expect(shop.missingChecks(head)).toEqual([]);
  });

  it('says what it would have passed', async () => {
    install(3);
    const { check } = await judge('words', { 'README.md': '# Shop\n' });
    expect(check).toMatchObject({ conclusion: 'neutral' });
    expect(check.output.title).toMatch(/^observing, would have passed: /);
  });

  it('is no reason to let through what nobody could judge', async () => {
    install(3);
    const head = shop.commit({ branch: 'open-ssh', files: { 'main.tf': OPEN_SSH } });
    shop.openPullRequest({ head: 'open-ssh' });
    app.standIn.setPermissions(installation, { metadata: 'read', checks: 'write', pull_requests: 'write' });
    await app.deliver();
    expect(await app.concluded(shop, head)).toMatchObject({ conclusion: 'failure' });
  });

  it('enforces after so many days, and after so many pull requests', async () => {
    install(16);
    expect((await judge('late')).check).toMatchObject({ conclusion: 'failure' });
  });

  it('enforces after so many pull requests, whatever their state', async () => {
    install(3, 'version: 1\nobserve: { pull_requests: 2 }\n');
    const first = await judge('one');
    shop.closePullRequest(1);
    const second = await judge('two');
    const third = await judge('three');
    const conclusions = [first, second, third].map(({ check }) => check.conclusion);
    expect(conclusions).toEqual(['neutral', 'neutral', 'failure']);
  });

  it('is not made longer, and not begun again, by what a pull request holds', async () => {
    install(16);
    const wish = 'version: 1\nmode: monitor\nobserve: { days: 90 }\n';
    const { check } = await judge('wish', { 'main.tf': OPEN_SSH, [POLICY]: wish });
    expect(check).toMatchObject({ conclusion: 'failure' });
  });

  it('ends for pull requests that are open when policy says so', async () => {
    install(3);
    const { head, check } = await judge('open-ssh');
    expect(check.conclusion).toBe('neutral');
    shop.commit({ branch: 'main', files: { [POLICY]: 'version: 1\nmode: enforce\n' } });
    await app.deliver();
    await app.settle();
    expect(await app.concluded(shop, head)).toMatchObject({ conclusion: 'failure' });
    expect(shop.missingChecks(head)).toEqual(['threatdiff']);
  });

  it('enforces and says so where GitHub does not say when it was made', async () => {
    install(3);
    app.standIn.fail({ kind: '5xx', status: 500, times: 50, match: { operation: 'apps/get-installation' } });
    const { check } = await judge('open-ssh');
    expect(check.conclusion).toBe('failure');
    expect(check.output.summary).toContain('does not observe');
  });
});
