/** Which policy holds, and that what exists and cannot be read is never taken for none. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FileContent } from '../../test/github/git/read-folder.ts';
import { type Shop, startShop } from '../../test/github/start-shop.ts';
import { loadPolicy } from '../config/load-policy.ts';
import { hashBlob } from '../source/hash-blob.ts';
import { type GitHubPolicy, loadGitHubPolicy } from './load-github-policy.ts';

const POLICY = 'failOn: medium\n';
const WAIVERS = 'waivers: []\n';

let shop: Shop;

beforeEach(async () => {
  shop = await startShop({ files: { 'a.tf': 'a', '.github/threatdiff.yml': POLICY } });
});

afterEach(async () => {
  expect(shop.standIn.violations()).toEqual([]);
  await shop.standIn.stop();
});

const load = (organisationPolicyRepository?: string): Promise<GitHubPolicy> =>
  loadGitHubPolicy({
    client: shop.connect(),
    repository: shop.repository,
    ...(organisationPolicyRepository === undefined ? {} : { organisationPolicyRepository }),
  });

const failure = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);
const createOrganisation = (files: Record<string, FileContent>, isPrivate = false, name = '.github') =>
  shop.standIn.createRepository({ owner: 'acme', name, files, private: isPrivate });

it('reads both at the tips of their default branches, in one request', async () => {
  const organisation = createOrganisation({ 'threatdiff.yml': POLICY, 'threatdiff-waivers.yml': WAIVERS }, true);
  shop.shop.commit({ branch: 'feature', files: { '.github/threatdiff.yml': 'failOn: critical\n' } });
  const tip = shop.shop.commit({ branch: 'main', files: { '.github/threatdiff-waivers.yml': WAIVERS } });
  const policy = await load();
  const [policyId, waiversId] = [hashBlob(Buffer.from(POLICY)), hashBlob(Buffer.from(WAIVERS))];
  expect(policy).toEqual({
    sources: {
      organisation: {
        policy: { file: 'threatdiff.yml', id: policyId, text: POLICY },
        waivers: { file: 'threatdiff-waivers.yml', id: waiversId, text: WAIVERS },
      },
      repository: {
        policy: { file: '.github/threatdiff.yml', id: policyId, text: POLICY },
        waivers: { file: '.github/threatdiff-waivers.yml', id: waiversId, text: WAIVERS },
      },
    },
    commits: {
      organisation: { repository: 'acme/.github', branch: 'main', commit: organisation.tip() },
      repository: { repository: 'acme/shop', branch: 'main', commit: tip },
    },
    notes: [],
  });
  expect(shop.standIn.countRequests()).toEqual({ 'apps/create-installation-access-token': 1, graphql: 1 });
});

it('does without a policy repository nobody named, and says so', async () => {
  const policy = await load();
  expect(policy.sources.organisation).toBeUndefined();
  expect(policy.notes).toEqual(['There is no acme/.github this installation may read: no organisation policy.']);
});

it('fails where a policy repository somebody named is not there', async () => {
  expect(await failure(load('policy'))).toMatchObject({
    kind: 'not-found',
    action: "read the organisation's policy in acme/policy",
  });
  createOrganisation({ 'threatdiff.yml': POLICY }, false, 'policy');
  expect((await load('policy')).sources.organisation?.policy?.text).toBe(POLICY);
});

it('fails where one is there and may not be read', async () => {
  createOrganisation({ 'threatdiff.yml': POLICY }, true);
  shop.standIn.setPermissions(shop.installation, { metadata: 'read', pull_requests: 'read' });
  expect(await failure(load())).toMatchObject({ kind: 'forbidden', missingPermission: 'contents=read' });
});

it('fails where GitHub gives no answer', async () => {
  shop.standIn.fail({ kind: '5xx', times: 100, match: { operation: 'graphql' } });
  expect(await failure(load())).toMatchObject({ kind: 'unavailable', action: 'read the policy of acme/shop' });
});

it('fails for a repository it may not know of', async () => {
  const client = shop.connect();
  const error = await failure(loadGitHubPolicy({ client, repository: { owner: 'acme', name: 'gone' } }));
  expect(error).toMatchObject({ kind: 'not-found' });
});

it.each([
  ['a link', { content: 'other.yml', mode: '120000' } as const],
  ['a submodule', { submodule: 'd'.repeat(40) }],
  ['not UTF-8', Buffer.from('failOn: \u00e9\n', 'latin1')],
  ['binary', Buffer.from([0, 1, 2])],
])('takes %s for an invalid file, not for none', async (_name, content: FileContent) => {
  shop.shop.commit({ branch: 'main', files: { '.github/threatdiff.yml': content } });
  const { sources } = await load();
  expect(sources.repository?.policy?.file).toBe('.github/threatdiff.yml');
  expect(loadPolicy(sources, '2026-11-21').problems.map(({ code }) => code)).toContain('policy-invalid');
});

it('takes a folder of that name for no file', async () => {
  shop.shop.commit({ branch: 'main', files: { '.github/threatdiff.yml': null, '.github/threatdiff.yml/a': 'a' } });
  expect((await load()).sources).toEqual({ repository: {} });
});

it('reads a long file whole', async () => {
  const text = `${POLICY}# ${'x'.repeat(600_000)}\n`;
  shop.shop.commit({ branch: 'main', files: { '.github/threatdiff.yml': text } });
  expect((await load()).sources.repository?.policy?.text).toBe(text);
  expect(shop.standIn.countRequests()['git/get-blob']).toBe(1);
});
