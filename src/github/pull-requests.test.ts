/** What is true of a pull request now, which are open on a commit, and which files GitHub shows. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Shop, startShop } from '../../test/github/start-shop.ts';
import { listChangedFiles } from './list-changed-files.ts';
import { readOpenPullRequests } from './read-open-pull-requests.ts';
import { readPullRequestState } from './read-pull-request-state.ts';

let shop: Shop;

beforeEach(async () => {
  shop = await startShop({ files: { 'a.tf': 'a\n', 'b.tf': 'b\n' }, limits: { listedFiles: 3000 } });
});

afterEach(async () => {
  expect(shop.standIn.violations()).toEqual([]);
  await shop.standIn.stop();
});

it('reads the tip of the base branch as it is now', async () => {
  const head = shop.shop.commit({ branch: 'feature', files: { 'a.tf': 'changed\n' } });
  const { number } = shop.shop.openPullRequest({ head: 'feature', user: 'alice', draft: true });
  const tip = shop.shop.commit({ branch: 'main', files: { 'c.tf': 'c\n' } });
  expect(await readPullRequestState(shop.connect(), shop.repository, number)).toEqual({
    number,
    open: true,
    draft: true,
    merged: false,
    author: 'alice',
    headSha: head,
    headRef: 'feature',
    headRepository: shop.repository,
    fromFork: false,
    baseRef: 'main',
    baseSha: tip,
  });
});

it('knows forks, gone forks, closed and merged ones', async () => {
  const fork = shop.shop.fork('mallory');
  fork.commit({ branch: 'patch', files: { 'a.tf': 'changed\n' } });
  const { number } = shop.shop.openPullRequest({ head: 'patch', from: fork });
  const client = shop.connect();
  const read = () => readPullRequestState(client, shop.repository, number);
  expect(await read()).toMatchObject({ fromFork: true, headRepository: { owner: 'mallory', name: 'shop' } });
  fork.delete();
  expect(await read()).toMatchObject({ fromFork: true, headRepository: undefined });
  shop.shop.closePullRequest(number);
  expect(await read()).toMatchObject({ open: false, merged: false });
  shop.shop.reopenPullRequest(number);
  shop.shop.mergePullRequest(number);
  expect(await read()).toMatchObject({ open: false, merged: true });
});

it('says so where there is none', async () => {
  const read = readPullRequestState(shop.connect(), shop.repository, 99);
  await expect(read).rejects.toMatchObject({ kind: 'not-found', action: 'read pull request 99 of acme/shop' });
});

it('finds every open pull request of a commit, forks included', async () => {
  const fork = shop.shop.fork('mallory');
  const head = fork.commit({ branch: 'patch', files: { 'a.tf': 'changed\n' } });
  shop.shop.commit({ branch: 'lax', files: {} });
  shop.shop.commit({ branch: 'other', files: { 'b.tf': 'other\n' } });
  const first = shop.shop.openPullRequest({ head: 'patch', from: fork });
  const second = shop.shop.openPullRequest({ head: 'patch', from: fork, base: 'lax' });
  const closed = shop.shop.openPullRequest({ head: 'patch', from: fork, base: 'other' });
  shop.shop.closePullRequest(closed.number);
  const unrelated = shop.shop.openPullRequest({ head: 'other' });
  const client = shop.connect();
  const found = await readOpenPullRequests(client, shop.repository, head);
  expect(found.map(({ number, baseRef, headRef }) => [number, baseRef, headRef])).toEqual([
    [first.number, 'main', 'patch'],
    [second.number, 'lax', 'patch'],
  ]);
  expect(found.map(({ headSha, headRepository }) => [headSha, headRepository?.owner])).toEqual([
    [head, 'mallory'],
    [head, 'mallory'],
  ]);
  fork.delete();
  const all = await readOpenPullRequests(client, shop.repository);
  expect(all.map(({ number, headRepository }) => [number, headRepository?.owner])).toEqual([
    [first.number, undefined],
    [second.number, undefined],
    [unrelated.number, 'acme'],
  ]);
});

it('reads the state of all that are open on a commit in one request', async () => {
  const fork = shop.shop.fork('mallory');
  const head = fork.commit({ branch: 'patch', files: { 'a.tf': 'changed\n' } });
  shop.shop.commit({ branch: 'lax', files: {} });
  const numbers = ['main', 'lax'].map((base) => shop.shop.openPullRequest({ head: 'patch', from: fork, base }).number);
  shop.shop.commit({ branch: 'other', files: { 'b.tf': 'other\n' } });
  shop.shop.openPullRequest({ head: 'other' });
  const closed = shop.shop.openPullRequest({ head: 'patch', from: fork });
  shop.shop.closePullRequest(closed.number);
  const client = shop.connect();
  const found = await readOpenPullRequests(client, shop.repository, head);
  expect(shop.standIn.countRequests()['graphql']).toBe(1);
  expect(found).toEqual(
    await Promise.all(numbers.map((number) => readPullRequestState(client, shop.repository, number))),
  );
});

it('reads more than a page of them', async () => {
  for (let index = 0; index < 105; index += 1) {
    shop.shop.commit({ branch: `b${index}`, files: { 'a.tf': `${index}\n` } });
    shop.shop.openPullRequest({ head: `b${index}` });
  }
  const found = await readOpenPullRequests(shop.connect(), shop.repository);
  expect(found.map(({ number }) => number)).toEqual(Array.from({ length: 105 }, (_, index) => index + 1));
});

it('lists changed files with their hunks, over all pages', async () => {
  const many = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`m/${index}.tf`, `${index}\n`]));
  shop.shop.commit({ branch: 'feature', files: { 'a.tf': 'changed\n', 'b.tf': null, ...many } });
  const { number } = shop.shop.openPullRequest({ head: 'feature' });
  const files = await listChangedFiles(shop.connect(), shop.repository, number);
  expect(files).toHaveLength(122);
  expect(files.find(({ path }) => path === 'a.tf')).toMatchObject({
    status: 'modified',
    patch: '@@ -1 +1 @@\n-a\n+changed',
  });
  expect(files.find(({ path }) => path === 'b.tf')?.status).toBe('removed');
});
