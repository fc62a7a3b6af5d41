/** From webhooks to concluded required checks, over real HTTP: what people see on their pull requests. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { OPEN_SSH, SAFE_QUEUE } from './sources.ts';
import { TestApp, waitFor } from './start-app.ts';

let app: TestApp;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
  app.standIn.install({ account: 'acme' });
});
afterAll(async () => {
  await app.stop();
});

/** A repository of its own for each test. */
function createShop(files: Readonly<Record<string, string>> = {}): RepositoryHandle {
  count += 1;
  return app.standIn.createRepository({
    owner: 'acme',
    name: `shop-${count}`,
    files: { 'main.tf': SAFE_QUEUE, ...files },
  });
}

function commentsOn(repository: RepositoryHandle, number: number): readonly string[] {
  return repository.state.comments.filter(({ issue }) => issue === number).map(({ body }) => body);
}

describe('a pull request', () => {
  it('that opens the attack surface gets a failed check, its line, and one comment', async () => {
    const shop = createShop();
    shop.requireCheck({ context: 'threatdiff', appId: app.standIn.appId });
    const head = shop.commit({ branch: 'open-ssh', files: { 'main.tf': OPEN_SSH } });
    shop.openPullRequest({ head: 'open-ssh' });
    expect(await app.deliver()).toEqual([200, 200]);
    const check = await app.concluded(shop, head);
    expect(check).toMatchObject({ conclusion: 'failure', name: 'threatdiff' });
    expect(check.annotations.map(({ path }) => path)).toContain('main.tf');
    expect(shop.state.comments.map(({ user }) => user)).toEqual([app.standIn.botLogin]);
    expect(shop.missingChecks(head)).toEqual(['threatdiff']);
  });

  it('with nothing in scope gets a success and no comment', async () => {
    const shop = createShop();
    const head = shop.commit({ branch: 'words', files: { 'README.md': '# Shop\n' } });
    shop.openPullRequest({ head: 'words' });
    await app.deliver();
    expect(await app.concluded(shop, head)).toMatchObject({ conclusion: 'success' });
    expect(shop.state.comments).toEqual([]);
  });

  it('that is repaired gets its comment updated in place', async () => {
    const shop = createShop();
    shop.commit({ branch: 'repair', files: { 'main.tf': OPEN_SSH } });
    const { number } = shop.openPullRequest({ head: 'repair' });
    await app.deliver();
    await app.concluded(shop, shop.tip('repair'));
    const [before] = commentsOn(shop, number);
    const head = shop.commit({ branch: 'repair', files: { 'main.tf': SAFE_QUEUE } });
    await app.deliver();
    expect(await app.concluded(shop, head)).toMatchObject({ conclusion: 'success' });
    const after = commentsOn(shop, number);
    expect(after).toHaveLength(1);
    expect(after[0]).not.toBe(before);
  });

  it('of a fork is judged like any other', async () => {
    const shop = createShop();
    const fork = shop.fork('mallory');
    const head = fork.commit({ branch: 'open-ssh', files: { 'main.tf': OPEN_SSH } });
    shop.openPullRequest({ head: 'open-ssh', from: fork, user: 'mallory' });
    await app.deliver();
    expect(await app.concluded(shop, head)).toMatchObject({ conclusion: 'failure' });
  });

  it('whose head moved on is judged at its new head, and the old commit is not left waiting', async () => {
    const shop = createShop();
    const old = shop.commit({ branch: 'race', files: { 'main.tf': OPEN_SSH } });
    shop.openPullRequest({ head: 'race' });
    const first = app.standIn.takeRaised();
    const head = shop.commit({ branch: 'race', files: { 'main.tf': SAFE_QUEUE } });
    await app.standIn.send(`${app.url}/api/github/webhooks`, first);
    await app.deliver();
    expect(await app.concluded(shop, head)).toMatchObject({ conclusion: 'success' });
    await app.settle();
    expect(shop.checkRuns(old).filter(({ status }) => status !== 'completed')).toEqual([]);
  });
});

describe('the price of a pull request', () => {
  it('is bounded: the check appears within a second, and requests are few', async () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`part-${index}.tf`, SAFE_QUEUE]));
    const shop = createShop({ ...files, 'main.tf': SAFE_QUEUE });
    const delays: number[] = [];
    const counts: number[] = [];
    for (let index = 0; index < 20; index += 1) {
      const branch = `price-${index}`;
      const change = Object.keys(files).map((path) => [path, `${SAFE_QUEUE}# ${index}\n`]);
      const head = shop.commit({ branch, files: Object.fromEntries(change) as Record<string, string> });
      shop.openPullRequest({ head: branch });
      app.standIn.forgetRequests();
      const startedAt = performance.now();
      await app.deliver();
      await waitFor(() => Promise.resolve(shop.checkRuns(head).length > 0));
      delays.push(Math.round(performance.now() - startedAt));
      await app.concluded(shop, head);
      await app.settle();
      counts.push(app.standIn.requests().length);
    }
    delays.sort((a, b) => a - b);
    const p95 = delays[18] ?? 0;
    const [cold = 0, ...warm] = counts;
    process.stdout.write(`check after ${delays[10]} ms (median), ${p95} ms (p95); requests: ${counts.join(' ')}\n`);
    expect(p95).toBeLessThan(process.env['CI'] === undefined ? 1000 : 3000);
    // The App's first look around at its start is among the first; test/app/price.test.ts says what each is for.
    expect(cold).toBeLessThanOrEqual(21);
    expect(Math.max(...warm)).toBeLessThanOrEqual(12);
  });
});

describe('webhooks that come twice, in disorder or again later', () => {
  it('change nothing', async () => {
    const shop = createShop();
    const old = shop.commit({ branch: 'noise', files: { 'main.tf': OPEN_SSH } });
    const { number } = shop.openPullRequest({ head: 'noise' });
    const head = shop.commit({ branch: 'noise', files: { 'main.tf': `${OPEN_SSH}\n# again\n` } });
    const deliveries = app.standIn.takeRaised();
    const url = `${app.url}/api/github/webhooks`;
    await app.standIn.send(url, deliveries, { order: { seed: 7 }, copies: 3, parallel: 4 });
    await app.concluded(shop, head);
    await app.settle();
    const runs = shop.checkRuns(head);
    const state = () => JSON.stringify([shop.state.checkRuns, shop.state.comments]);
    const before = state();
    await app.standIn.send(url, deliveries, { order: 'reversed' });
    await app.settle();
    expect(runs).toHaveLength(1);
    expect(shop.checkRuns(old).every(({ status }) => status === 'completed')).toBe(true);
    expect(commentsOn(shop, number)).toHaveLength(1);
    expect(state()).toBe(before);
  });

  it('of somebody else, unsigned or signed with another secret, are refused', async () => {
    const shop = createShop();
    shop.commit({ branch: 'forged', files: { 'main.tf': OPEN_SSH } });
    shop.openPullRequest({ head: 'forged' });
    const forged = app.standIn.takeRaised({ secret: 'a secret of an attacker' });
    const sent = await app.standIn.send(`${app.url}/api/github/webhooks`, forged);
    expect(sent.map(({ status }) => status)).toEqual([401, 401]);
    await app.settle();
    expect(shop.state.checkRuns).toEqual([]);
  });
});

describe('a commit that heads several', () => {
  it('gets the worst conclusion and lists each, also when one is to a branch of the author', async () => {
    const shop = createShop();
    const head = shop.commit({ branch: 'both', files: { 'main.tf': OPEN_SSH } });
    shop.push('lax', head);
    const { number: wanted } = shop.openPullRequest({ head: 'both' });
    await app.deliver();
    await app.concluded(shop, head);
    const { number: lax } = shop.openPullRequest({ head: 'both', base: 'lax' });
    await app.deliver();
    await app.settle();
    const check = await app.concluded(shop, head);
    expect(check.conclusion).toBe('failure');
    expect(check.output.summary).toContain(`#${wanted} into`);
    expect(check.output.summary).toContain(`#${lax} into`);
    shop.closePullRequest(wanted);
    await app.deliver();
    await app.settle();
    expect((await app.concluded(shop, head)).conclusion).toBe('success');
    shop.reopenPullRequest(wanted);
    await app.deliver();
    await app.settle();
    expect((await app.concluded(shop, head)).conclusion).toBe('failure');
  });

  it('is judged anew when its pull request goes to another branch', async () => {
    const shop = createShop();
    const head = shop.commit({ branch: 'move', files: { 'main.tf': OPEN_SSH } });
    shop.push('release', head);
    const { number } = shop.openPullRequest({ head: 'move', base: 'release' });
    await app.deliver();
    expect((await app.concluded(shop, head)).conclusion).toBe('success');
    shop.retarget(number, 'main');
    await app.deliver();
    await app.settle();
    expect((await app.concluded(shop, head)).conclusion).toBe('failure');
  });
});

describe('a merge group', () => {
  it('is judged by what it adds to its own base', async () => {
    const shop = createShop();
    shop.commit({ branch: 'one', files: { 'one.tf': 'locals {\n  one = 1\n}\n' } });
    shop.commit({ branch: 'two', files: { 'main.tf': OPEN_SSH } });
    const [one, two] = [shop.openPullRequest({ head: 'one' }), shop.openPullRequest({ head: 'two' })];
    await app.deliver();
    const good = shop.createMergeGroup(one.number);
    const bad = shop.createMergeGroup(one.number, two.number);
    await app.deliver();
    expect((await app.concluded(shop, good.head_sha)).conclusion).toBe('success');
    expect((await app.concluded(shop, bad.head_sha)).conclusion).toBe('failure');
  });
});

describe('policy', () => {
  it('pushed to the default branch concludes open pull requests anew; other pushes do not', async () => {
    const shop = createShop();
    const head = shop.commit({ branch: 'policy', files: { 'main.tf': OPEN_SSH } });
    shop.openPullRequest({ head: 'policy' });
    await app.deliver();
    expect((await app.concluded(shop, head)).conclusion).toBe('failure');
    shop.commit({ branch: 'main', files: { 'README.md': 'words\n' } });
    await app.deliver();
    await app.settle();
    expect(shop.checkRuns(head)).toHaveLength(1);
    shop.commit({ branch: 'main', files: { '.github/threatdiff.yml': 'version: 1\nmode: monitor\n' } });
    await app.deliver();
    await app.settle();
    const runs = shop.checkRuns(head);
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['failure', 'neutral']);
  });

  it('is not taken from the head', async () => {
    const shop = createShop();
    const files = { 'main.tf': OPEN_SSH, '.github/threatdiff.yml': 'version: 1\nmode: monitor\n' };
    const head = shop.commit({ branch: 'own-policy', files });
    shop.openPullRequest({ head: 'own-policy' });
    await app.deliver();
    expect((await app.concluded(shop, head)).conclusion).toBe('failure');
  });
});

describe('"Re-run"', () => {
  it('judges the commit again, once for each press', async () => {
    const shop = createShop();
    const head = shop.commit({ branch: 'rerun', files: { 'main.tf': OPEN_SSH } });
    const { number } = shop.openPullRequest({ head: 'rerun' });
    await app.deliver();
    const first = await app.concluded(shop, head);
    shop.rerequestCheck(first.id, 'ann');
    const pressed = app.standIn.takeRaised();
    for (const _ of [1, 2]) {
      await app.standIn.send(`${app.url}/api/github/webhooks`, pressed);
      await app.settle();
    }
    expect(shop.checkRuns(head).map(({ conclusion }) => conclusion)).toEqual(['failure', 'failure']);
    expect(commentsOn(shop, number)).toHaveLength(1);
  });
});

describe('what a lost webhook left behind', () => {
  it('is found when the App is installed on a repository', async () => {
    const shop = createShop();
    const head = shop.commit({ branch: 'lost', files: { 'main.tf': OPEN_SSH } });
    shop.openPullRequest({ head: 'lost' });
    app.standIn.takeRaised();
    const installation = app.standIn.install({ account: 'acme' });
    const details = { action: 'created', installation } as const;
    await app.standIn.deliver(`${app.url}/api/github/webhooks`, 'installation', details);
    expect((await app.concluded(shop, head)).conclusion).toBe('failure');
  });
});

describe('a server that was away', () => {
  it('finds at its start what happened meanwhile, and leaves alone what it had concluded', async () => {
    const shop = createShop();
    const before = shop.commit({ branch: 'before', files: { 'main.tf': OPEN_SSH } });
    const known = shop.openPullRequest({ head: 'before' });
    await app.deliver();
    await app.concluded(shop, before);
    await app.stopServer();
    const head = shop.commit({ branch: 'meanwhile', files: { 'other.tf': OPEN_SSH } });
    shop.openPullRequest({ head: 'meanwhile' });
    expect((await app.deliver()).every((status) => status === 0)).toBe(true);
    await app.startServer();
    expect((await app.concluded(shop, head)).conclusion).toBe('failure');
    await app.settle();
    expect(shop.checkRuns(before)).toHaveLength(1);
    expect(commentsOn(shop, known.number)).toHaveLength(1);
  });
});

describe('the doors', () => {
  it('say whether the server lives and is ready, and nothing to anybody else', async () => {
    const get = async (path: string) => {
      const answer = await fetch(`${app.url}${path}`);
      return [answer.status, await answer.text()] as const;
    };
    expect(await get('/healthz')).toEqual([200, 'alive\n']);
    expect(await get('/readyz')).toEqual([200, 'ready\n']);
    expect((await get('/metrics'))[1]).toContain('threatdiff_check_seconds_count{outcome="concluded"}');
    expect((await get('/probot'))[0]).toBe(404);
    expect((await get('/api/github/webhooks'))[0]).toBe(405);
  });
});

it('asks GitHub for nothing that is not in its description', () => {
  expect(app.standIn.violations()).toEqual([]);
  expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
});
