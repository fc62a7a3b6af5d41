/**
 * Failures on command, limits, pages and unchanged answers, seen through Octokit with its own plugins for them.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RepositoryHandle } from './repository-handle.ts';
import { GitHubStandIn } from './stand-in.ts';
import { installationClient, patientClient, tokenClient } from './test-clients.ts';

const at = { owner: 'acme', repo: 'shop' };
let standIn: GitHubStandIn;
let repository: RepositoryHandle;
let token: string;

beforeEach(async () => {
  standIn = await GitHubStandIn.start();
  repository = standIn.createRepository({ ...at, name: 'shop', files: { 'main.tf': 'x\n' } });
  const app = installationClient(standIn, standIn.install({ account: 'acme' }));
  token = ((await app.auth({ type: 'installation' })) as { token: string }).token;
  repository.commit({ branch: 'feature', files: { 'a.tf': 'a\n' } });
  repository.openPullRequest({ head: 'feature' });
  standIn.forgetRequests();
});
afterEach(async () => {
  await standIn.stop();
});

const statuses = (): readonly number[] => standIn.requests().map(({ status }) => status);
const statusOf = async (request: Promise<{ status: number }>): Promise<number> =>
  await request.then(
    ({ status }) => status,
    (error: { status: number }) => error.status,
  );

describe('a failing GitHub', () => {
  it.each([
    ['429', 429],
    ['secondary-limit', 403],
    ['primary-limit', 403],
    ['5xx', 502],
  ] as const)('answers %s, and a client that waits gets through', async (kind, status) => {
    standIn.fail({ match: { operation: 'pulls/get' }, kind, times: 2, retryAfter: 1 });
    const { data } = await patientClient(standIn, token).rest.pulls.get({ ...at, pull_number: 1 });
    expect(data.number).toBe(1);
    expect(statuses()).toEqual([status, status, 200]);
    expect(standIn.requests()[0]).toMatchObject({ operation: 'pulls/get', fault: kind });
  });

  it('closes the connection before or after it did what was asked', async () => {
    const octokit = tokenClient(standIn, token);
    const comment = { ...at, issue_number: 1, body: 'b' };
    standIn.fail({ match: { method: 'POST' }, kind: 'drop' });
    expect(await statusOf(octokit.rest.issues.createComment(comment))).toBe(500);
    expect(repository.state.comments).toHaveLength(0);
    standIn.fail({ match: { method: 'POST' }, kind: 'drop-answer' });
    expect(await statusOf(octokit.rest.issues.createComment(comment))).toBe(500);
    expect(repository.state.comments).toHaveLength(1);
    expect(statuses()).toEqual([0, 0]);
  });

  it('is slow', async () => {
    standIn.fail({ match: { path: /pulls/ }, kind: 'slow', delay: 150 });
    const start = performance.now();
    await tokenClient(standIn, token).rest.pulls.get({ ...at, pull_number: 1 });
    expect(performance.now() - start).toBeGreaterThan(140);
  });

  it('reads from a replica that lags behind, by REST and by GraphQL', async () => {
    const octokit = tokenClient(standIn, token);
    const query = 'query { repository(owner: "acme", name: "shop") { pullRequest(number: 1) { headRefOid } } }';
    const old = repository.tip('feature');
    standIn.fail({ kind: 'stale', times: 3 });
    repository.commit({ branch: 'feature', files: { 'b.tf': 'b\n' } });
    await octokit.rest.issues.createComment({ ...at, issue_number: 1, body: 'written all the same' });
    expect((await octokit.rest.pulls.get({ ...at, pull_number: 1 })).data.head.sha).toBe(old);
    expect((await octokit.rest.issues.listComments({ ...at, issue_number: 1 })).data).toEqual([]);
    expect(await octokit.graphql(query)).toEqual({ repository: { pullRequest: { headRefOid: old } } });
    expect((await octokit.rest.pulls.get({ ...at, pull_number: 1 })).data.head.sha).toBe(repository.tip('feature'));
    expect((await octokit.rest.issues.listComments({ ...at, issue_number: 1 })).data).toHaveLength(1);
  });

  it('fails by chance, the same way in every run, after some requests, until told to stop', async () => {
    const octokit = tokenClient(standIn, token);
    const run = async (): Promise<readonly number[]> => {
      standIn.forgetRequests();
      standIn.fail({ kind: '5xx', status: 500, times: 1000, after: 3, chance: { probability: 0.3, seed: 7 } });
      for (let index = 0; index < 30; index += 1) await statusOf(octokit.rest.repos.get(at));
      standIn.clearFaults();
      return statuses();
    };
    const first = await run();
    expect(first.slice(0, 3)).toEqual([200, 200, 200]);
    expect(first.filter((status) => status === 500).length).toBeGreaterThan(3);
    expect(await run()).toEqual(first);
    expect(await statusOf(octokit.rest.repos.get(at))).toBe(200);
  });
});

describe('limits and pages', () => {
  it('counts requests an hour, and unchanged answers for nothing', async () => {
    const small = standIn.install({ account: 'acme', rateLimit: 3 });
    const octokit = installationClient(standIn, small);
    const first = await octokit.rest.repos.get(at);
    expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '3', 'x-ratelimit-remaining': '2' });
    const known = { ...at, headers: { 'if-none-match': first.headers.etag ?? '' } };
    expect(await statusOf(octokit.rest.repos.get(known))).toBe(304);
    expect(await statusOf(octokit.rest.repos.get(known))).toBe(304);
    expect((await octokit.rest.rateLimit.get()).data.rate).toMatchObject({ used: 1, remaining: 2 });
    await octokit.rest.repos.get(at);
    await octokit.rest.repos.get(at);
    expect(await statusOf(octokit.rest.repos.get(at))).toBe(403);
    standIn.advance(3600);
    expect(await statusOf(installationClient(standIn, small).rest.repos.get(at))).toBe(200);
  });

  it('gives pages with links to the others', async () => {
    const octokit = tokenClient(standIn, token);
    for (let index = 0; index < 7; index += 1) repository.comment(1, 'ann', `comment ${index}`);
    const page = await octokit.rest.issues.listComments({ ...at, issue_number: 1, per_page: 3, page: 2 });
    expect(page.data.map(({ body }) => body)).toEqual(['comment 3', 'comment 4', 'comment 5']);
    expect(page.headers.link?.replaceAll(/<[^>]*[?&]page=(\d)[^>]*>/g, '$1')).toBe(
      '1; rel="prev", 3; rel="next", 3; rel="last", 1; rel="first"',
    );
    const all = await octokit.paginate(octokit.rest.issues.listComments, { ...at, issue_number: 1, per_page: 2 });
    expect(all).toHaveLength(7);
    expect(standIn.countRequests()).toEqual({ 'issues/list-comments': 5 });
  });
});
