/**
 * Who may do what: the App's JWT, tokens of installations that are cut down and expire, workflow tokens of forks.
 */
import { createSign, generateKeyPairSync } from 'node:crypto';
import type { Octokit } from '@octokit/rest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RepositoryHandle } from './repository-handle.ts';
import { GitHubStandIn } from './stand-in.ts';
import { appClient, installationClient, tokenClient } from './test-clients.ts';

const at = { owner: 'acme', repo: 'shop' };
let standIn: GitHubStandIn;
let repository: RepositoryHandle;

interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly response?: { readonly headers: Readonly<Record<string, string>> };
}

async function refusal(request: Promise<unknown>): Promise<Refusal> {
  return await request.then(
    () => ({ status: 200, message: 'accepted' }),
    (error: Refusal) => error,
  );
}

beforeAll(async () => {
  standIn = await GitHubStandIn.start();
  standIn.createOrganization('acme', ['ann']);
});
afterAll(async () => {
  await standIn.stop();
});
beforeEach(() => {
  repository = standIn.createRepository({ ...at, name: 'shop', private: true, files: { 'main.tf': 'x\n' } });
});

describe('the JWT of the App', () => {
  const jwt = (claims: object, key = standIn.privateKey, alg = 'RS256'): string => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
    return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
  };
  const ask = async (token: string): Promise<number> =>
    (await fetch(`${standIn.url}/app`, { headers: { authorization: `Bearer ${token}` } })).status;

  it('must be signed by the App, in time, and not for long', async () => {
    const now = Math.floor(Date.now() / 1000);
    const good = { iss: String(standIn.appId), iat: now - 30, exp: now + 500 };
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const foreign = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(await ask(jwt(good))).toBe(200);
    expect(await ask(jwt(good, foreign))).toBe(401);
    expect(await ask(jwt(good, undefined, 'none'))).toBe(401);
    expect(await ask(jwt({ ...good, exp: now - 1 }))).toBe(401);
    expect(await ask(jwt({ ...good, exp: now + 900 }))).toBe(401);
    expect(await ask(jwt({ ...good, iat: now + 300 }))).toBe(401);
    expect(await ask(jwt({ ...good, iss: '1' }))).toBe(401);
  });

  it('reads no repository, and a token of an installation is not the App', async () => {
    const installation = standIn.install({ account: 'acme' });
    const { token: jwt } = (await appClient(standIn).auth({ type: 'app' })) as { token: string };
    expect(await refusal(tokenClient(standIn, jwt).rest.pulls.list(at))).toMatchObject({ status: 401 });
    const app = installationClient(standIn, installation);
    const { token } = (await app.auth({ type: 'installation' })) as { token: string };
    expect(await refusal(tokenClient(standIn, token).rest.apps.getAuthenticated())).toMatchObject({ status: 401 });
    expect((await appClient(standIn).rest.apps.getAuthenticated()).data?.slug).toBe('threatdiff');
  });
});

describe('a token of an installation', () => {
  const tokenOf = async (installation: number, options: object = {}): Promise<string> => {
    const request = { installation_id: installation, ...options };
    return (await appClient(standIn).rest.apps.createInstallationAccessToken(request)).data.token;
  };
  const client = async (installation: number, options: object = {}): Promise<Octokit> =>
    tokenClient(standIn, await tokenOf(installation, options));

  it('may do what its permissions say, and is told which are missing', async () => {
    const octokit = await client(
      standIn.install({ account: 'acme', permissions: { contents: 'read', checks: 'read' } }),
    );
    const check = await refusal(octokit.rest.checks.create({ ...at, name: 'n', head_sha: repository.tip() }));
    expect(check).toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    });
    expect(check.response?.headers['x-accepted-github-permissions']).toBe('checks=write');
    expect(await refusal(octokit.rest.checks.listForRef({ ...at, ref: 'main' }))).toMatchObject({ status: 200 });
    expect(await refusal(octokit.rest.pulls.list(at))).toMatchObject({ status: 403 });
  });

  it('comments with either of two permissions', async () => {
    repository.commit({ branch: 'feature', files: { 'a.tf': 'a\n' } });
    repository.openPullRequest({ head: 'feature' });
    const comment = { ...at, issue_number: 1, body: 'b' };
    for (const permissions of [{ issues: 'write' }, { pull_requests: 'write' }] as const) {
      const octokit = await client(standIn.install({ account: 'acme', permissions }));
      expect(await refusal(octokit.rest.issues.createComment(comment))).toMatchObject({ status: 200 });
    }
    const reader = await client(standIn.install({ account: 'acme', permissions: { pull_requests: 'read' } }));
    const refused = await refusal(reader.rest.issues.createComment(comment));
    expect(refused.response?.headers['x-accepted-github-permissions']).toBe('issues=write; pull_requests=write');
  });

  it('may be asked for less, and never for more', async () => {
    const installation = standIn.install({ account: 'acme', permissions: { contents: 'write', checks: 'write' } });
    standIn.createRepository({ owner: 'acme', name: 'other', private: true });
    const octokit = await client(installation, { repositories: ['other'], permissions: { contents: 'read' } });
    expect(await refusal(octokit.rest.repos.get(at))).toMatchObject({ status: 404 });
    expect(await refusal(octokit.rest.repos.get({ ...at, repo: 'other' }))).toMatchObject({ status: 200 });
    expect(await refusal(octokit.rest.checks.listForRef({ ...at, repo: 'other', ref: 'main' }))).toMatchObject({
      status: 403,
    });
    const { data } = await octokit.rest.apps.listReposAccessibleToInstallation();
    expect(data.repositories.map((each) => each.full_name)).toEqual(['acme/other']);
    const more = appClient(standIn).rest.apps.createInstallationAccessToken({
      installation_id: installation,
      permissions: { administration: 'read' },
    });
    expect(await refusal(more)).toMatchObject({ status: 422 });
  });

  it('sees the repositories that were chosen, and public ones to read', async () => {
    const open = standIn.createRepository({ owner: 'acme', name: 'open', files: { 'a.tf': 'a\n' } });
    const octokit = await client(standIn.install({ account: 'acme', repositories: ['acme/shop'] }));
    const elsewhere = { ...at, repo: 'open' };
    expect(await refusal(octokit.rest.repos.getContent({ ...elsewhere, path: 'a.tf' }))).toMatchObject({ status: 200 });
    const check = octokit.rest.checks.create({ ...elsewhere, name: 'n', head_sha: open.tip() });
    expect(await refusal(check)).toMatchObject({ status: 403 });
  });

  it('expires after an hour, ends with the installation, and shrinks with it', async () => {
    const installation = standIn.install({ account: 'acme' });
    const octokit = await client(installation);
    const check = (): Promise<Refusal> =>
      refusal(octokit.rest.checks.create({ ...at, name: 'n', head_sha: repository.tip() }));
    expect(await check()).toMatchObject({ status: 200 });
    standIn.setPermissions(installation, { checks: 'read' });
    expect(await check()).toMatchObject({ status: 403 });
    standIn.suspend(installation);
    expect(await check()).toMatchObject({ status: 403, message: expect.stringContaining('suspended') });
    standIn.suspend(installation, false);
    standIn.uninstall(installation);
    expect(await check()).toMatchObject({ status: 401 });
    const late = await client(standIn.install({ account: 'acme' }));
    standIn.advance(3599);
    expect(await refusal(late.rest.repos.get(at))).toMatchObject({ status: 200 });
    standIn.advance(1);
    expect(await refusal(late.rest.repos.get(at))).toMatchObject({
      status: 401,
      message: expect.stringContaining('Bad credentials'),
    });
    standIn.advance(-3600);
  });
});

describe('tokens of workflows and people', () => {
  it('of a fork only read', async () => {
    repository.commit({ branch: 'feature', files: { 'a.tf': 'a\n' } });
    repository.openPullRequest({ head: 'feature' });
    const permissions = { contents: 'read', pull_requests: 'write' } as const;
    const own = tokenClient(standIn, standIn.createActionsToken('acme/shop', permissions));
    const fork = tokenClient(standIn, standIn.createActionsToken('acme/shop', permissions, { fromFork: true }));
    const comment = { ...at, issue_number: 1, body: 'b' };
    expect(await refusal(own.rest.issues.createComment(comment))).toMatchObject({ status: 200 });
    expect(await refusal(fork.rest.issues.createComment(comment))).toMatchObject({ status: 403 });
    expect(await refusal(fork.rest.pulls.get({ ...at, pull_number: 1 }))).toMatchObject({ status: 200 });
    expect((await own.rest.issues.listComments({ ...at, issue_number: 1 })).data).toMatchObject([
      { user: { login: 'github-actions[bot]' }, performed_via_github_app: null },
    ]);
  });

  it('of a person follow the role in the repository, and make no checks', async () => {
    repository.addCollaborator('ben', 'write');
    const [ann, ben, eve] = ['ann', 'ben', 'eve'].map((login) => tokenClient(standIn, standIn.createUserToken(login)));
    expect(await refusal(eve!.rest.repos.get(at))).toMatchObject({ status: 404 });
    expect(await refusal(ann!.rest.repos.get(at))).toMatchObject({ status: 200 });
    const ref = { ...at, ref: 'refs/heads/new', sha: repository.tip() };
    expect(await refusal(ann!.rest.git.createRef(ref))).toMatchObject({ status: 403 });
    expect(await refusal(ben!.rest.git.createRef(ref))).toMatchObject({ status: 200 });
    const check = ben!.rest.checks.create({ ...at, name: 'n', head_sha: repository.tip() });
    expect(await refusal(check)).toMatchObject({ status: 403, message: expect.stringContaining('via a GitHub App') });
    expect((await fetch(`${standIn.url}/repos/acme/shop`)).status).toBe(401);
  });
});
