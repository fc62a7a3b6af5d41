/**
 * The App is installed on 800 repositories with hundreds of open pull requests. What can wait uses at most half of the
 * quota, and pull requests that come meanwhile are concluded as if nothing else was going on.
 * `BACKFILL_QUOTA=5000 BACKFILL_PULL_REQUESTS=60 BACKFILL_WRITE_PAUSE=1000` is the real thing, in some minutes.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { GitHubStandIn } from '../github/stand-in.ts';
import { OPEN_SSH, SAFE_QUEUE } from './sources.ts';
import { TestApp, waitFor } from './start-app.ts';

const REPOSITORIES = 800;
const BUSY = 10;
const QUOTA = Number(process.env['BACKFILL_QUOTA'] ?? 900);
const PULL_REQUESTS = Number(process.env['BACKFILL_PULL_REQUESTS'] ?? 25);
/** The pace of writes and that of arriving pull requests, which have three writes each, belong together. */
const WRITE_PAUSE = Number(process.env['BACKFILL_WRITE_PAUSE'] ?? 100);
const BETWEEN = 4 * WRITE_PAUSE;
const TIMEOUT = 120_000 + PULL_REQUESTS * BETWEEN + QUOTA * WRITE_PAUSE;

let standIn: GitHubStandIn;
let app: TestApp;
let busy: readonly RepositoryHandle[];

beforeAll(async () => {
  standIn = await GitHubStandIn.start();
  const files = { 'main.tf': SAFE_QUEUE };
  const all = Array.from({ length: REPOSITORIES }, (_, index) =>
    standIn.createRepository({ owner: 'acme', name: `service-${index}`, files }),
  );
  busy = all.slice(0, BUSY);
  for (const repository of all.slice(BUSY)) {
    if (Number(repository.name.slice('service-'.length)) % 4 !== 0) continue;
    repository.commit({ branch: 'waits', files: { 'main.tf': OPEN_SSH } });
    repository.openPullRequest({ head: 'waits' });
  }
  // Nobody was told: the App is installed on what is there.
  standIn.takeRaised();
  standIn.install({ account: 'acme', rateLimit: QUOTA });
});
afterAll(async () => {
  await app.stop();
  await standIn.stop();
});

/** Milliseconds from the webhook to the concluded check. */
async function timeToConclude(index: number): Promise<number> {
  const repository = busy[index % BUSY];
  if (repository === undefined) throw new Error('no repository');
  const head = repository.commit({ branch: `change-${index}`, files: { 'main.tf': `${OPEN_SSH}# ${index}\n` } });
  repository.openPullRequest({ head: `change-${index}` });
  const startedAt = performance.now();
  expect(new Set(await app.deliver())).toEqual(new Set([200]));
  const check = await app.concluded(repository, head, TIMEOUT);
  expect(check.conclusion).toBe('failure');
  return Math.round(performance.now() - startedAt);
}

describe('an installation on 800 repositories', () => {
  it('is looked at with half of the quota, and pull requests do not wait for it', {
    timeout: TIMEOUT * 2,
  }, async () => {
    app = await TestApp.start({ standIn, host: { writePause: WRITE_PAUSE } });
    const concluded = () => standIn.requests().filter(({ operation }) => operation === 'checks/update').length;
    await waitFor(() => Promise.resolve(concluded() > 0), TIMEOUT);
    const times: Promise<number>[] = [];
    for (let index = 0; index < PULL_REQUESTS; index += 1) {
      times.push(timeToConclude(index));
      await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    }
    const sorted = (await Promise.all(times)).sort((a, b) => a - b);
    await app.settle(TIMEOUT);
    const [median = 0, p95 = 0] = [0.5, 0.95].map((share) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
    const requests = standIn.requests().filter(({ path }) => !path.startsWith('/app'));
    const ofBusy = new Set(busy.map(({ fullName }) => fullName));
    const waiting = requests.filter(({ repository }) => repository === undefined || !ofBusy.has(repository));
    const used = (kind: string) => waiting.filter((each) => each.kind === kind).length;
    const listing = waiting.filter(({ repository }) => repository === undefined).length;
    process.stdout.write(
      `backfill of ${REPOSITORIES} repositories: ${listing} requests to list what is open; ${used('rest')} REST and ` +
        `${used('graphql')} GraphQL of ${QUOTA} each for what can wait, ${requests.length - waiting.length} for ` +
        `${PULL_REQUESTS} pull requests, concluded after ${median} ms (median), ${p95} ms (p95)\n`,
    );
    expect(listing).toBeLessThanOrEqual(24);
    expect(used('rest')).toBeLessThanOrEqual(QUOTA / 2);
    expect(used('graphql')).toBeLessThanOrEqual(QUOTA / 2);
    expect(Math.max(used('rest'), used('graphql'))).toBeGreaterThan(QUOTA / 8);
    expect(requests.filter(({ status }) => status === 403 || status === 429)).toEqual([]);
    // Continuous integration runs several test files on a processor.
    expect(p95).toBeLessThan(process.env['CI'] === undefined ? 3000 : 10_000);
    expect(standIn.violations()).toEqual([]);
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
