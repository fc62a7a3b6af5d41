/** Every table on every engine: what the ports promise, seen through the ports. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openEngines } from '../../test/postgres/open-engines.ts';
import type { CommitCheck } from './commit-checks.ts';
import { openStore } from './open-store.ts';
import type { KnownPullRequest } from './pull-requests.ts';
import type { Store } from './store.ts';

const test = openEngines();
const DAY = 86_400_000;
const start = Date.UTC(2026, 10, 21);

afterAll(() => test.end());

describe.each(test.engines)('on the %s database', (engine) => {
  let store: Store;
  let clock = start;
  let repository = 0;

  beforeAll(async () => {
    const limits = { blobBytes: 40_000, reportsPerPullRequest: 3, reportDays: 10, noteDays: 5, prunedRows: 4 };
    store = await openStore({ ...(await test.place(engine)), now: () => new Date(clock), limits });
  });
  afterAll(() => store.close());
  afterEach(() => {
    repository += 1;
    clock = start;
  });

  describe('blobs', () => {
    it('come back byte for byte, as plain bytes', async () => {
      const all = Uint8Array.from({ length: 256 }, (_, index) => index);
      await store.blobs.put(repository, [
        { id: 'all', bytes: all },
        { id: 'empty', bytes: new Uint8Array() },
      ]);
      const found = await store.blobs.get(repository, ['all', 'empty', 'missing']);
      expect([...found.keys()].sort()).toEqual(['all', 'empty']);
      expect(found.get('all')).toEqual(all);
      expect(found.get('all')?.constructor).toBe(Uint8Array);
      expect(found.get('empty')).toHaveLength(0);
      await store.forgetRepository(repository);
    });

    it('survive any content', async () => {
      const anyBlobs = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(anyBlobs, async (contents) => {
          const blobs = contents.map((bytes) => ({ id: createHash('sha1').update(bytes).digest('hex'), bytes }));
          await store.blobs.put(repository, blobs);
          const found = await store.blobs.get(
            repository,
            blobs.map((blob) => blob.id),
          );
          for (const blob of blobs) expect(found.get(blob.id)).toEqual(blob.bytes);
        }),
        { numRuns: 20, seed: 20_261_121 },
      );
      await store.forgetRepository(repository);
    });

    it('are not found from another repository', async () => {
      await store.blobs.put(repository, [{ id: 'secret', bytes: new Uint8Array(3) }]);
      expect(await store.blobs.get(repository + 1000, ['secret'])).toEqual(new Map());
      await store.forgetRepository(repository);
      expect(await store.blobs.get(repository, ['secret'])).toEqual(new Map());
    });

    it('stay within the bound, and the least recently used goes first', async () => {
      const put = (id: string) => store.blobs.put(repository, [{ id, bytes: new Uint8Array(1_000) }]);
      for (let index = 0; index < 38; index += 1) {
        clock += 1_000;
        await put(`blob-${index}`);
      }
      clock += 2 * 3_600_000;
      expect((await store.blobs.get(repository, ['blob-0'])).size).toBe(1);
      for (let index = 38; index < 60; index += 1) {
        clock += 1_000;
        await put(`blob-${index}`);
        expect(await store.blobs.totalBytes()).toBeLessThanOrEqual(40_000);
      }
      const found = await store.blobs.get(repository, ['blob-0', 'blob-1', 'blob-2', 'blob-59']);
      expect([...found.keys()].sort()).toEqual(['blob-0', 'blob-59']);
      await store.forgetRepository(repository);
    });

    it('of a huge repository take the place of its own, not of all others', async () => {
      const [small, other, huge] = [repository, repository + 1000, repository + 2000];
      const blobs = (count: number, prefix: string) =>
        Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, bytes: new Uint8Array(500) }));
      const heldBy = async (id: number, count: number, prefix: string) =>
        (
          await store.blobs.get(
            id,
            blobs(count, prefix).map((blob) => blob.id),
          )
        ).size;
      await store.blobs.put(small, blobs(10, 's'));
      await store.blobs.put(other, blobs(10, 'o'));
      for (let round = 0; round < 20; round += 1) {
        clock += 3_600_000;
        await store.blobs.put(huge, blobs(10, `h${round}-`));
      }
      expect(await store.blobs.totalBytes()).toBeLessThanOrEqual(40_000);
      expect(await heldBy(small, 10, 's')).toBe(10);
      expect(await heldBy(other, 10, 'o')).toBe(10);
      // It has what the others leave, and of its own the newest.
      expect(await heldBy(huge, 10, 'h19-')).toBe(10);
      expect(await heldBy(huge, 10, 'h0-')).toBe(0);
      for (const id of [small, other, huge]) await store.forgetRepository(id);
    });

    it('of many repositories within their share go by age', async () => {
      for (let index = 0; index < 12; index += 1) {
        clock += 1_000;
        await store.blobs.put(repository + 1000 * index, [{ id: 'only', bytes: new Uint8Array(4_000) }]);
      }
      const isThere = async (index: number) => (await store.blobs.get(repository + 1000 * index, ['only'])).size === 1;
      expect([await isThere(0), await isThere(11)]).toEqual([false, true]);
      expect(await store.blobs.totalBytes()).toBeLessThanOrEqual(40_000);
      for (let index = 0; index < 12; index += 1) await store.forgetRepository(repository + 1000 * index);
    });

    it('stay within the bound when many are put at once, and one too large is not kept', async () => {
      const blobs = Array.from({ length: 1_200 }, (_, index) => ({ id: `b${index}`, bytes: new Uint8Array(90) }));
      await Promise.all(
        [0, 1, 2].map((part) => store.blobs.put(repository, blobs.slice(part * 400, part * 400 + 400))),
      );
      expect(await store.blobs.totalBytes()).toBeLessThanOrEqual(40_000);
      await store.blobs.put(repository, [{ id: 'huge', bytes: new Uint8Array(39_000) }]);
      expect(await store.blobs.get(repository, ['huge'])).toEqual(new Map());
      await store.forgetRepository(repository);
    });
  });

  describe('checks', () => {
    const check = (change: Partial<CommitCheck> = {}) => ({
      installationId: 4_503_599_627_370_497,
      repositoryId: repository,
      headSha: 'a'.repeat(40),
      status: 'in_progress' as const,
      externalId: 'threatdiff:1',
      jobState: 'running' as const,
      fence: 1,
      ...change,
    });

    it('come back as they were written, large identifiers included', async () => {
      expect(await store.checks.put(check({ checkRunId: 9_007_199_254_740_991 }))).toBe(true);
      expect(await store.checks.get(repository, 'a'.repeat(40))).toEqual({
        ...check({ checkRunId: 9_007_199_254_740_991 }),
        conclusion: undefined,
        updatedAt: new Date(start),
      });
    });

    it('cannot be overwritten under an older lease', async () => {
      await store.checks.put(check({ fence: 7, status: 'completed', conclusion: 'failure', jobState: 'done' }));
      expect(await store.checks.put(check({ fence: 6 }))).toBe(false);
      expect((await store.checks.get(repository, 'a'.repeat(40)))?.conclusion).toBe('failure');
      expect(await store.checks.put(check({ fence: 7, status: 'queued' }))).toBe(true);
    });

    it('that no job concludes are found, longest first', async () => {
      const put = async (headSha: string, after: number, change: Partial<CommitCheck> = {}) => {
        clock = start - 100 * DAY + after;
        await store.checks.put(check({ headSha, ...change }));
      };
      await put('second', 2);
      await put('first', 1);
      await put('concluded', 0, { status: 'completed', conclusion: 'success' });
      await put('alive', 60_000);
      const orphans = await store.checks.listUnconcluded(new Date(start - 100 * DAY + 1_000), 10);
      expect(orphans.map((orphan) => orphan.headSha)).toEqual(['first', 'second']);
      expect(await store.checks.listUnconcluded(new Date(start - 100 * DAY + 1_000), 1)).toHaveLength(1);
    });
  });

  describe('pull requests', () => {
    const pullRequest = (change: Partial<KnownPullRequest> = {}) => ({
      repositoryId: repository,
      number: 7,
      installationId: 1,
      headSha: 'h1',
      baseRef: 'main',
      baseSha: 'b1',
      state: 'open' as const,
      readAt: new Date(start),
      ...change,
    });

    it('are never replaced by an earlier reading', async () => {
      expect(await store.pullRequests.put(pullRequest({ headSha: 'h2', readAt: new Date(start + 1) }))).toBe(true);
      expect(await store.pullRequests.put(pullRequest())).toBe(false);
      expect((await store.pullRequests.get(repository, 7))?.headSha).toBe('h2');
      expect(await store.pullRequests.get(repository, 8)).toBeUndefined();
    });

    it('keep the verdict of their head, and take none for another', async () => {
      const verdict = { conclusion: 'failure' as const, headSha: 'h1', reportDigest: 'd1' };
      expect(await store.pullRequests.recordVerdict(repository, 7, verdict)).toBe(false);
      await store.pullRequests.put(pullRequest());
      expect(await store.pullRequests.recordVerdict(repository, 7, verdict)).toBe(true);
      expect(await store.pullRequests.recordVerdict(repository, 7, { ...verdict, headSha: 'h0' })).toBe(false);
      await store.pullRequests.put(pullRequest({ headSha: 'h2', readAt: new Date(start + 1) }));
      expect(await store.pullRequests.get(repository, 7)).toMatchObject({ headSha: 'h2', verdict });
    });

    it('that share a head are listed together while open', async () => {
      for (const number of [9, 3, 5])
        await store.pullRequests.put(pullRequest({ number, state: number === 5 ? 'closed' : 'open' }));
      await store.pullRequests.put(pullRequest({ number: 4, headSha: 'other' }));
      const numbers = (list: readonly KnownPullRequest[]) => list.map((one) => one.number);
      expect(numbers(await store.pullRequests.listOpenByHead(repository, 'h1'))).toEqual([3, 9]);
      expect(numbers(await store.pullRequests.listOpen(repository))).toEqual([3, 4, 9]);
    });
  });

  describe('reports', () => {
    const report = (digest: string, headSha = 'h1') => ({
      repositoryId: repository,
      pullRequest: 7,
      headSha,
      digest,
      reportJson: JSON.stringify({ digest, text: '𝕏 é '.repeat(1_000) }),
      engine: '0.1.0',
    });

    it('come back unchanged, the newest of a commit first, and twice the same is one', async () => {
      await store.reports.put(report('d1'));
      clock += 1;
      await store.reports.put(report('d2'));
      await store.reports.put(report('d2'));
      const at = { repositoryId: repository, pullRequest: 7, headSha: 'h1' };
      expect(await store.reports.get(at)).toEqual({ ...report('d2'), createdAt: new Date(start + 1) });
      expect((await store.reports.get({ ...at, digest: 'd1' }))?.reportJson).toBe(report('d1').reportJson);
      expect(await store.reports.get({ ...at, headSha: 'h9' })).toBeUndefined();
      expect(await store.reports.list(repository, 7, 10)).toHaveLength(2);
    });

    it('are kept up to a number for each pull request', async () => {
      for (let index = 0; index < 6; index += 1) {
        clock += 1_000;
        await store.reports.put(report(`d${index}`, `h${index}`));
      }
      const kept = await store.reports.list(repository, 7, 10);
      expect(kept.map((one) => one.digest)).toEqual(['d5', 'd4', 'd3']);
    });
  });

  it('counts how often a delivery was seen', async () => {
    expect(await store.deliveries.record('guid-1', 'pull_request')).toBe(1);
    expect(await store.deliveries.record('guid-1', 'pull_request')).toBe(2);
    expect(await store.deliveries.record('guid-2', 'pull_request')).toBe(1);
    const races = await Promise.all(Array.from({ length: 10 }, () => store.deliveries.record('guid-3', 'push')));
    expect(races.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  describe('leases', () => {
    it('have one holder at a time, and tokens that only grow', async () => {
      const races = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.leases.acquire('commit-1', `replica-${index}`, 60_000)),
      );
      const won = races.filter((lease) => lease !== undefined);
      expect(won).toHaveLength(1);
      const first = won[0];
      if (first === undefined) throw new Error('nobody holds the lease');
      expect(await store.leases.acquire('commit-1', first.holder, 60_000)).toBeUndefined();
      await store.leases.release(first);
      const second = await store.leases.acquire('commit-1', 'later', 60_000);
      expect(second?.token).toBeGreaterThan(first.token);
      // The first holder wakes up late: it can neither extend nor end what is no longer its own.
      expect(await store.leases.renew(first, 60_000)).toBeUndefined();
      await store.leases.release(first);
      expect(await store.leases.acquire('commit-1', 'third', 60_000)).toBeUndefined();
    });

    it('end by themselves, unless renewed', async () => {
      const lease = await store.leases.acquire('commit-2', 'a', 150);
      if (lease === undefined) throw new Error('nobody holds the lease');
      expect((await store.leases.renew(lease, 400))?.until.getTime()).toBeGreaterThan(lease.until.getTime());
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await store.leases.acquire('commit-2', 'b', 150)).toBeUndefined();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await store.leases.acquire('commit-2', 'b', 150))?.holder).toBe('b');
    });
  });

  it('drops what is past its retention and nothing that is unfinished', async () => {
    await store.prune();
    const base = { installationId: 1, repositoryId: repository, externalId: 'x', fence: 0 };
    clock = start - 6 * DAY;
    await store.deliveries.record('old', 'push');
    await store.checks.put({ ...base, headSha: 'done', status: 'completed', conclusion: 'success', jobState: 'done' });
    await store.checks.put({ ...base, headSha: 'open', status: 'queued', jobState: 'waiting' });
    const pullRequest = { ...base, headSha: 'h', baseRef: 'main', baseSha: 'b', readAt: new Date(clock) };
    await store.pullRequests.put({ ...pullRequest, number: 1, state: 'closed' });
    await store.pullRequests.put({ ...pullRequest, number: 2, state: 'open' });
    const report = { repositoryId: repository, pullRequest: 1, digest: 'd', reportJson: '{}', engine: '0' };
    await store.reports.put({ ...report, headSha: 'young' });
    clock = start - 11 * DAY;
    await store.reports.put({ ...report, headSha: 'old' });
    clock = start;
    await store.deliveries.record('young', 'push');
    const pruned = await store.prune();
    expect(pruned).toMatchObject({ reports: 1, deliveries: 1, pullRequests: 1, checks: 1 });
    expect(await store.checks.get(repository, 'open')).toBeDefined();
    expect(await store.checks.get(repository, 'done')).toBeUndefined();
    expect((await store.reports.list(repository, 1, 9)).map((one) => one.headSha)).toEqual(['young']);
    expect(await store.deliveries.record('young', 'push')).toBe(2);
    expect(await store.prune()).toEqual({ reports: 0, deliveries: 0, leases: 0, checks: 0, pullRequests: 0 });
  });

  it('drops a bounded number of rows at a time, and what is open but was not seen for long', async () => {
    await store.prune();
    clock = start - 6 * DAY;
    for (let index = 0; index < 10; index += 1) await store.deliveries.record(`many-${repository}-${index}`, 'push');
    const pullRequest = { repositoryId: repository, number: 1, installationId: 1, headSha: 'h', baseRef: 'main' };
    const readAt = new Date(start - 11 * DAY);
    await store.pullRequests.put({ ...pullRequest, baseSha: 'b', state: 'open', readAt });
    clock = start;
    const dropped = [await store.prune(), await store.prune(), await store.prune(), await store.prune()];
    expect(dropped.map(({ deliveries }) => deliveries)).toEqual([4, 4, 2, 0]);
    expect(dropped.map(({ pullRequests }) => pullRequests)).toEqual([1, 0, 0, 0]);
  });
});
