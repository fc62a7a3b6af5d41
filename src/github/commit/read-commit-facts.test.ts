/** One request for everything a conclusion rests on; and what is left out or in doubt is asked for, never assumed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Shop, startShop } from '../../../test/github/start-shop.ts';
import type { GitHubClient } from '../github-client.ts';
import { summaryMarker } from '../publish/summary-marker.ts';
import { type CommitFacts, readCommitFacts } from './read-commit-facts.ts';

let shop: Shop;

beforeEach(async () => {
  shop = await startShop({ files: { 'a.tf': 'a\n', '.github/threatdiff.yml': 'version: 1\n' } });
});
afterEach(async () => {
  expect(shop.standIn.violations()).toEqual([]);
  await shop.standIn.stop();
});

const read = (headSha: string, client: GitHubClient = shop.connect(), named?: string): Promise<CommitFacts> =>
  readCommitFacts(
    {
      ...{ client, repository: shop.repository, organisationPolicyRepository: named },
      ...{ checkName: 'threatdiff', appId: shop.standIn.appId },
    },
    headSha,
  );
const own = (client: GitHubClient, headSha: string) =>
  client.call('create a check', (octokit) =>
    octokit.rest.checks.create({
      ...{ owner: 'acme', repo: 'shop', name: 'threatdiff', head_sha: headSha, external_id: 'work' },
      status: 'in_progress',
    }),
  );
const write = (client: GitHubClient, body: string) =>
  client.call('comment', (octokit) =>
    octokit.rest.issues.createComment({ owner: 'acme', repo: 'shop', issue_number: 1, body }),
  );
const marked = (appId: number): string => summaryMarker.mark('What blocks.', { appId });

function openPullRequest(): string {
  const head = shop.shop.commit({ branch: 'feature', files: { 'a.tf': 'changed\n' } });
  shop.shop.openPullRequest({ head: 'feature' });
  return head;
}

describe('what a conclusion rests on', () => {
  it('is one request: pull requests, policy, merge base, queue, our checks and our comments', async () => {
    const head = openPullRequest();
    const base = shop.shop.tip();
    const client = shop.connect();
    const run = await own(client, head);
    await write(client, marked(shop.standIn.appId));
    shop.standIn.forgetRequests();
    const facts = await read(head, client);
    expect(shop.standIn.countRequests()).toEqual({ graphql: 1 });
    expect(facts.pullRequests).toMatchObject([{ number: 1, headSha: head, baseRef: 'main', baseSha: base }]);
    expect([...facts.openHeads]).toEqual([head]);
    expect(facts.policy.sources.repository?.policy?.text).toBe('version: 1\n');
    expect(facts.policy.commits.repository?.commit).toBe(base);
    expect(facts.mergeBases).toEqual({ base, found: [base] });
    expect(facts.queue).toEqual([]);
    expect(facts.checks).toEqual({
      own: [
        {
          ...{ id: run.data.id, url: run.data.html_url, externalId: 'work' },
          ...{ completed: false, conclusion: undefined, annotations: 0 },
        },
      ],
      foreign: [],
    });
    expect(facts.comments.get(1)).toMatchObject([{ body: marked(shop.standIn.appId) }]);
  });

  it('knows the branches of merge queues', async () => {
    openPullRequest();
    const group = shop.shop.createMergeGroup(1);
    const { queue, pullRequests } = await read(group.head_sha);
    expect(queue?.map(({ target }) => target?.oid)).toEqual([group.head_sha]);
    expect(pullRequests).toEqual([]);
  });

  it('finds a pull request on the second page', async () => {
    for (let index = 0; index < 101; index += 1) {
      shop.shop.commit({ branch: `b${index}`, files: { 'a.tf': `${index}\n` } });
      shop.shop.openPullRequest({ head: `b${index}` });
    }
    const { pullRequests, openHeads } = await read(shop.shop.tip('b100'));
    expect(pullRequests.map(({ number }) => number)).toEqual([101]);
    expect(openHeads.size).toBe(101);
  });
});

describe('what is missing or in doubt', () => {
  it('is left to be asked for: checks that may not be read', async () => {
    const head = openPullRequest();
    shop.standIn.setPermissions(shop.installation, { metadata: 'read', contents: 'read', pull_requests: 'write' });
    const { checks, comments, pullRequests } = await read(head);
    expect(pullRequests).toHaveLength(1);
    expect([checks, comments.get(1)]).toEqual([undefined, [] as unknown]);
  });

  it('is the comment of another bot with our line, and a long conversation', async () => {
    const head = openPullRequest();
    const token = shop.standIn.createActionsToken('acme/shop', { pull_requests: 'write' });
    const other = shop.connect({ auth: { token } });
    await write(other, marked(shop.standIn.appId));
    expect((await read(head)).comments.has(1)).toBe(false);
    for (let index = 0; index < 100; index += 1) shop.shop.comment(1, 'octocat', 'words');
    expect((await read(head)).comments.has(1)).toBe(false);
  });

  it('is the merge base of a head that merged, and that of another base', async () => {
    const side = shop.shop.commit({ branch: 'side', files: { 'b.tf': 'b\n' } });
    shop.shop.commit({ branch: 'main', files: { 'c.tf': 'c\n' }, merges: [side] });
    const from = shop.shop.tip();
    shop.shop.commit({ branch: 'main', files: { 'd.tf': 'd\n' } });
    const line = shop.shop.commit({ branch: 'line', from, files: { 'a.tf': 'x\n' } });
    expect((await read(line)).mergeBases).toEqual({ base: shop.shop.tip(), found: [from] });
    const merged = shop.shop.commit({ branch: 'merged', from: side, files: { 'a.tf': 'y\n' }, merges: [from] });
    expect((await read(merged)).mergeBases).toBeUndefined();
  });

  it('costs nothing but another request where GitHub gives up on everything at once', async () => {
    const head = openPullRequest();
    shop.standIn.fail({ kind: '5xx', times: 1, match: { operation: 'graphql' } });
    const { pullRequests, checks, mergeBases } = await read(head, shop.connect({ retries: 0 }));
    expect(pullRequests).toHaveLength(1);
    expect([checks, mergeBases]).toEqual([undefined, undefined]);
  });

  it('is an error where it must be there: pull requests, policy, a policy repository somebody named', async () => {
    const head = openPullRequest();
    const failure = (named?: string) => read(head, shop.connect(), named).catch((error: unknown) => error);
    expect(await failure('policy')).toMatchObject({ kind: 'not-found' });
    const hidden = await startShop({ files: {}, private: true });
    hidden.standIn.setPermissions(hidden.installation, { metadata: 'read', contents: 'read' });
    const facts = { client: hidden.connect(), repository: hidden.repository, organisationPolicyRepository: undefined };
    const asked = readCommitFacts({ ...facts, checkName: 'threatdiff', appId: 1 }, hidden.shop.tip());
    await expect(asked).rejects.toMatchObject({ kind: 'forbidden', missingPermission: 'pull_requests=read' });
    hidden.standIn.setPermissions(hidden.installation, { metadata: 'read', pull_requests: 'read' });
    const blind = readCommitFacts({ ...facts, client: hidden.connect(), checkName: 'x', appId: 1 }, hidden.shop.tip());
    await expect(blind).rejects.toMatchObject({ kind: 'forbidden' });
    await hidden.standIn.stop();
  });
});
