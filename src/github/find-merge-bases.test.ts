/** All merge bases of histories that criss-cross, against the stand-in, which computes them from its commits. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mergeBases } from '../../test/github/git/merge-bases.ts';
import { type Shop, startShop } from '../../test/github/start-shop.ts';
import { findMergeBases } from './find-merge-bases.ts';
import type { GitHubClient } from './github-client.ts';
import { RecentAnswers } from './recent-answers.ts';

let shop: Shop;
let client: GitHubClient;

beforeAll(async () => {
  shop = await startShop({ files: { 'a.tf': 'a' } });
  client = shop.connect();
});

beforeEach(() => {
  shop.standIn.clearFaults();
  shop.standIn.forgetRequests();
});

afterAll(async () => {
  expect(shop.standIn.violations()).toEqual([]);
  await shop.standIn.stop();
});

const find = (base: string, head: string, recent = new RecentAnswers(1000)) =>
  findMergeBases({ client, repository: shop.repository, recent }, base, head);
const commit = (branch: string, content: string, from?: string, merges: readonly string[] = []) =>
  shop.shop.commit({ branch, files: { [`${branch}.tf`]: content }, merges, ...(from === undefined ? {} : { from }) });
const compares = () => shop.standIn.countRequests()['repos/compare-commits-with-basehead'] ?? 0;

describe('merge bases', () => {
  it('are one for a branch without merges, in one request, and remembered', async () => {
    const base = commit('line-base', '1', 'main');
    const head = commit('line', '2', commit('line', '1', base));
    const recent = new RecentAnswers(10);
    expect(await find(base, head, recent)).toEqual([base]);
    expect(await find(base, head, recent)).toEqual([base]);
    expect(compares()).toBe(1);
  });

  it('are one for a branch that merged its base again and again', async () => {
    let base = commit('trunk', '0', 'main');
    let head = commit('long', '0', base);
    for (const step of ['1', '2', '3']) {
      base = commit('trunk', step);
      head = commit('long', step, undefined, [base]);
    }
    const tip = commit('trunk', '4');
    expect(await find(tip, head)).toEqual([base]);
  });

  it('are two where merges criss-cross', async () => {
    const start = shop.shop.tip();
    const [left, right] = [commit('left', '1', start), commit('right', '1', start)];
    const base = commit('left', '2', undefined, [right]);
    const head = commit('right', '2', undefined, [left]);
    expect([...(await find(base, head))].sort()).toEqual([left, right].sort());
  });

  it('are none for histories that share nothing', async () => {
    const { tree, author } = shop.shop.objects.commit(shop.shop.tip()) ?? expect.fail();
    const orphan = shop.shop.objects.writeCommit({
      tree,
      author,
      committer: author,
      parents: [],
      message: 'Begin again',
    });
    expect(await find(shop.shop.tip(), orphan)).toEqual([]);
  });

  it('are found beyond a page of commits', async () => {
    const start = shop.shop.tip();
    const [left, right] = [commit('paged-left', '1', start), commit('paged-right', '1', start)];
    const base = commit('paged-left', '2', undefined, [right]);
    let head = commit('paged-right', '2', undefined, [left]);
    for (let step = 3; step < 120; step += 1) head = commit('paged-right', String(step));
    expect([...(await find(base, head))].sort()).toEqual([left, right].sort());
  });

  it('need the branch rebased where it merges too much', async () => {
    const start = shop.shop.tip();
    const merged = Array.from({ length: 52 }, (_, index) => commit(`side-${index}`, '1', start));
    const base = shop.shop.commit({ branch: 'many', files: {}, from: start, merges: merged });
    const head = shop.shop.commit({ branch: 'many-head', files: { 'many.tf': '1' }, from: start, merges: merged });
    await expect(find(base, head)).rejects.toMatchObject({ kind: 'invalid', hint: 'Rebase the branch onto its base.' });
  });
});

describe('where GitHub cannot compare the files', () => {
  const failFirstPage = () =>
    shop.standIn.fail({ kind: '5xx', match: { operation: 'repos/compare-commits-with-basehead' }, times: 4 });

  it('a branch without merges has its base all the same', async () => {
    const start = shop.shop.tip();
    let head = commit('large', '1', start);
    for (let step = 2; step < 130; step += 1) head = commit('large', String(step));
    failFirstPage();
    expect(await find(start, head)).toEqual([start]);
  });

  it('a branch with merges has no verdict', async () => {
    const start = shop.shop.tip();
    const [left, right] = [commit('big-left', '1', start), commit('big-right', '1', start)];
    const base = commit('big-left', '2', undefined, [right]);
    const head = commit('big-right', '2', undefined, [left]);
    failFirstPage();
    await expect(find(base, head)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

it('agrees with git on any history', { timeout: 20_000 }, async () => {
  const history = fc.array(fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 3 }), {
    minLength: 2,
    maxLength: 12,
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      run += 1;
      const commits = [shop.shop.tip()];
      for (const [index, parents] of steps.entries()) {
        const [first = '', ...merges] = [...new Set(parents.map((each) => commits[each % commits.length] ?? ''))];
        commits.push(commit(`random-${run}-${index}`, `${index}`, first, merges));
      }
      const [base = '', head = ''] = [commits.at(-2), commits.at(-1)];
      expect([...(await find(base, head))].sort()).toEqual([...mergeBases(shop.shop.objects, base, head)].sort());
    }),
    { seed: 11, numRuns: 40 },
  );
});
