/** The client against a GitHub that fails: what is retried, what is not, and what people read. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Shop, startShop } from '../../test/github/start-shop.ts';
import type { Permissions } from '../../test/github/state/state.ts';
import { startTampering } from '../../test/github/tampering-proxy.ts';
import type { GitHubClient } from './github-client.ts';
import { GitHubError } from './github-error.ts';
import { QuotaReserved } from './quota-reserved.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await startShop({ files: { 'main.tf': '# empty\n' } });
});

beforeEach(() => {
  shop.standIn.clearFaults();
  shop.standIn.forgetRequests();
});

afterAll(async () => {
  expect(shop.standIn.violations()).toEqual([]);
  await shop.standIn.stop();
});

/** Somebody else's quota and permissions. */
const install = (options: { readonly rateLimit?: number; readonly permissions?: Permissions } = {}) => {
  const { appId, privateKey } = shop.standIn;
  return { appId, privateKey, installationId: shop.standIn.install({ account: 'acme', ...options }) };
};

const readRepository = (client: GitHubClient) =>
  client.call('read the repository', (octokit) => octokit.rest.repos.get({ owner: 'acme', repo: 'shop' }));

const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

const statuses = () => shop.standIn.requests().map(({ status }) => status);

describe('the share of a repository', () => {
  const ask = (client: GitHubClient, name: string) =>
    client.call('read a repository', (octokit) => octokit.rest.repos.get({ owner: 'acme', repo: name }));

  it('leaves the others something of the hour', async () => {
    shop.standIn.createRepository({ owner: 'acme', name: 'quiet' });
    const client = shop.connect({ auth: install({ rateLimit: 40 }) });
    let asked = 0;
    let refused: unknown;
    while (refused === undefined && asked < 40) {
      refused = await caught(ask(client, 'shop'));
      if (refused === undefined) asked += 1;
    }
    expect(asked).toBe(30);
    expect(refused).toBeInstanceOf(QuotaReserved);
    expect((refused as QuotaReserved).message).toBe(
      '10 of 40 core requests are left; they are kept for other repositories',
    );
    expect((await ask(client, 'quiet')).data.full_name).toBe('acme/quiet');
    const query = 'query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { name } }';
    expect(await client.query('ask', query, { owner: 'acme', name: 'shop' })).toEqual({ repository: { name: 'shop' } });
  });

  it('begins anew with the hour, and is nothing to a token of one repository', async () => {
    let later = 0;
    const client = shop.connect({ auth: install({ rateLimit: 8 }), now: () => Date.now() + later });
    for (let index = 0; index < 6; index += 1) await ask(client, 'shop');
    expect(await caught(ask(client, 'shop'))).toBeInstanceOf(QuotaReserved);
    later = 3_601_000;
    expect(await caught(ask(client, 'shop'))).toBeUndefined();
  });
});

describe('what GitHub fails at', () => {
  it.each(['429', 'secondary-limit', 'primary-limit', '5xx', 'drop', 'drop-answer'] as const)(
    'a read survives %s once',
    async (kind) => {
      const client = shop.connect();
      shop.standIn.fail({ kind, match: { operation: 'repos/get' }, retryAfter: 1 });
      const { data } = await readRepository(client);
      expect(data.full_name).toBe('acme/shop');
      expect(client.requests).toBe(3);
    },
  );

  it('a query survives it too', async () => {
    const client = shop.connect();
    for (const kind of ['429', 'secondary-limit', '5xx', 'drop', 'drop-answer'] as const) {
      shop.standIn.fail({ kind, match: { operation: 'graphql' }, retryAfter: 1 });
      const answer = await client.query('ask for the name', '{ viewer { login } }');
      expect(answer).toEqual({ viewer: { login: 'threatdiff' } });
    }
    expect(statuses()).toEqual([201, 429, 200, 403, 200, 502, 200, 0, 200, 0, 200]);
  });

  it('gives up after bounded retries and names the action', async () => {
    const client = shop.connect();
    shop.standIn.fail({ kind: '5xx', match: { operation: 'repos/get' }, times: 100 });
    const error = await caught(readRepository(client));
    expect(error).toMatchObject({ kind: 'unavailable', action: 'read the repository', status: 502 });
    expect(shop.standIn.countRequests()['repos/get']).toBe(4);
  });

  it('does not wait for limits that last, and says until when', async () => {
    const now = Date.now();
    const client = shop.connect({ now: () => now });
    shop.standIn.fail({ kind: 'primary-limit', match: { operation: 'repos/get' }, retryAfter: 1800, times: 9 });
    const primary = await caught(readRepository(client));
    expect(primary).toMatchObject({ kind: 'rate-limited' });
    expect((primary as GitHubError).retryAt).toBeGreaterThan(now + 1_700_000);
    expect(shop.standIn.countRequests()['repos/get']).toBe(1);
    shop.standIn.clearFaults();
    shop.standIn.fail({ kind: '429', match: { operation: 'repos/get' }, retryAfter: 600, times: 9 });
    expect(await caught(readRepository(client))).toMatchObject({ kind: 'rate-limited', retryAt: now + 600_000 });
    expect(shop.standIn.countRequests()['repos/get']).toBe(2);
  });

  it('never repeats what may have been created', async () => {
    const client = shop.connect();
    shop.standIn.fail({ kind: 'drop-answer', match: { operation: 'checks/create' } });
    const create = client.call('create a check', (octokit) =>
      octokit.rest.checks.create({ owner: 'acme', repo: 'shop', name: 'threatdiff', head_sha: shop.shop.tip() }),
    );
    expect(await caught(create)).toMatchObject({ kind: 'unavailable', action: 'create a check' });
    expect(shop.shop.checkRuns(shop.shop.tip())).toHaveLength(1);
  });

  it('gives up an answer that does not come', async () => {
    const client = shop.connect({ timeoutMilliseconds: 50, retries: 1 });
    await readRepository(client);
    shop.standIn.fail({ kind: 'slow', delay: 400, match: { operation: 'repos/get' }, times: 2 });
    expect(await caught(readRepository(client))).toMatchObject({ kind: 'unavailable' });
  });

  it('takes half an answer for none', async () => {
    let answers = 0;
    const proxy = await startTampering(shop.standIn.url, (path, body) => {
      if (!path.endsWith('/acme/shop')) return body;
      answers += 1;
      return answers === 1 ? body.slice(0, body.length / 2) : body;
    });
    const { data } = await readRepository(shop.connect({ baseUrl: proxy.url }));
    expect(data.full_name).toBe('acme/shop');
    expect(answers).toBe(2);
    await proxy.stop();
  });
});

describe('what GitHub refuses', () => {
  it('says which permission is missing', async () => {
    const error = await caught(
      shop
        .connect({ auth: install({ permissions: { metadata: 'read' } }) })
        .call('list the branches', (octokit) => octokit.rest.repos.listBranches({ owner: 'acme', repo: 'shop' })),
    );
    expect(error).toBeInstanceOf(GitHubError);
    expect(error).toMatchObject({ kind: 'forbidden', missingPermission: 'contents=read', status: 403 });
    expect((error as GitHubError).message).toBe('Could not list the branches: the permission contents=read is missing');
  });

  it('tells what is not there from what is forbidden', async () => {
    const read = shop
      .connect()
      .call('read the repository', (octokit) => octokit.rest.repos.get({ owner: 'acme', repo: 'gone' }));
    expect(await caught(read)).toMatchObject({ kind: 'not-found', status: 404 });
    const query = '{ repository(owner: "acme", name: "gone") { name } }';
    expect(await caught(shop.connect().query('find it', query))).toMatchObject({
      kind: 'not-found',
      action: 'find it',
    });
  });

  it('never carries the token', async () => {
    const auth = { token: 'ghp_secretsecretsecretsecretsecretsecret' };
    const error = await caught(readRepository(shop.connect({ auth })));
    expect(error).toMatchObject({ kind: 'unauthorized', status: 401 });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('secretsecret');
  });
});

describe('who asks', () => {
  it('is the App itself without an installation', async () => {
    const { appId, privateKey } = shop.standIn;
    const client = shop.connect({ auth: { appId, privateKey } });
    const list = await client.call('list the installations', (octokit) => octokit.rest.apps.listInstallations());
    expect(list.data.map(({ id }) => id)).toContain(shop.installation);
    expect(client.quota()).toBeUndefined();
  });

  it('finds a GitHub Enterprise Server below its path', async () => {
    const paths: string[] = [];
    const server = createServer((request, response) => {
      paths.push(`${request.method} ${request.url}`);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"data":{},"full_name":"acme/shop"}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const client = shop.connect({ auth: { token: 'ghp_test' }, baseUrl: `http://127.0.0.1:${port}/api/v3` });
    await readRepository(client);
    await client.query('ask for the name', '{ viewer { login } }');
    expect(paths).toEqual(['GET /api/v3/repos/acme/shop', 'POST /api/graphql']);
    server.closeAllConnections();
    server.close();
  });
});

describe('writes', () => {
  it('wait for each other, queries for nobody', async () => {
    const client = shop.connect({ writePause: 100 }).withPriority('backfill');
    const create = (name: string) =>
      client.call('create a check', (octokit) =>
        octokit.rest.checks.create({ owner: 'acme', repo: 'shop', name, head_sha: shop.shop.tip() }),
      );
    await client.query('ask for the name', '{ viewer { login } }');
    const started = Date.now();
    await Promise.all(['1', '2', '3'].map(create));
    expect(Date.now() - started).toBeGreaterThanOrEqual(195);
  });
});

describe('the quota', () => {
  it('is what GitHub last said, for each of its two kinds', async () => {
    const client = shop.connect({ auth: install() });
    expect(client.quota()).toBeUndefined();
    await readRepository(client);
    await client.query('ask for the name', '{ viewer { login } }');
    expect(client.quota()).toMatchObject({ limit: 5000, remaining: 4999 });
    expect(client.quota('graphql')).toMatchObject({ limit: 5000, remaining: 4999 });
  });

  it('keeps half for pull requests', async () => {
    let now = Date.now();
    const client = shop.connect({ auth: install({ rateLimit: 10 }), now: () => now });
    const backfill = client.withPriority('backfill');
    for (let count = 0; count < 5; count += 1) await readRepository(backfill);
    const error = await caught(readRepository(backfill));
    expect(error).toBeInstanceOf(QuotaReserved);
    expect(error).toMatchObject({ resource: 'core', quota: { limit: 10, remaining: 5 } });
    await readRepository(client);
    expect(await backfill.query('ask for the name', '{ viewer { login } }')).toBeDefined();
    now += 2 * 3_600_000;
    expect(client.quota()).toBeUndefined();
  });

  it('keeps half for pull requests also from many requests at once', async () => {
    const backfill = shop.connect({ auth: install({ rateLimit: 20 }) }).withPriority('backfill');
    await readRepository(backfill);
    const many = await Promise.allSettled(Array.from({ length: 30 }, () => readRepository(backfill)));
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(9);
    expect(backfill.quota()).toMatchObject({ remaining: 10 });
  });

  it('is counted attempt by attempt', async () => {
    const seen: string[] = [];
    const client = shop.connect({ onRequest: ({ method, path, status }) => seen.push(`${method} ${path} ${status}`) });
    shop.standIn.fail({ kind: '5xx', match: { operation: 'repos/get' } });
    await readRepository(client);
    const token = `POST /app/installations/${shop.installation}/access_tokens 201`;
    expect(seen).toEqual([token, 'GET /repos/acme/shop 502', 'GET /repos/acme/shop 200']);
    expect(client.requests).toBe(3);
  });
});
