/**
 * Probot as it is published: a signed webhook from the stand-in reaches a handler, whose client talks back to it.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNodeMiddleware, Probot } from 'probot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RepositoryHandle } from './repository-handle.ts';
import { GitHubStandIn } from './stand-in.ts';

const at = { owner: 'acme', repo: 'shop' };
let standIn: GitHubStandIn;
let repository: RepositoryHandle;
let server: Server;
let address: string;

beforeEach(async () => {
  standIn = await GitHubStandIn.start();
  standIn.createOrganization('acme');
  repository = standIn.createRepository({ ...at, name: 'shop', files: { 'main.tf': 'x\n' } });
  standIn.install({ account: 'acme' });
  const probot = new Probot({
    appId: standIn.appId,
    privateKey: standIn.privateKey,
    secret: standIn.webhookSecret,
    baseUrl: standIn.url,
    logLevel: 'fatal',
  });
  const middleware = await createNodeMiddleware(
    (app) => {
      app.on('pull_request.opened', async ({ octokit, payload }) => {
        const { sha } = payload.pull_request.head;
        await octokit.rest.checks.create({ ...at, name: 'threatdiff', head_sha: sha, status: 'in_progress' });
      });
    },
    { probot },
  );
  server = createServer((request, response) => {
    void middleware(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks`;
});
afterEach(async () => {
  server.close();
  await standIn.stop();
});

it('creates a check for a webhook with the right signature, and none for another', async () => {
  const head = repository.commit({ branch: 'feature', files: { 'main.tf': 'y\n' } });
  const { number } = repository.openPullRequest({ head: 'feature' });
  const opened = { action: 'opened', repository: 'acme/shop', number } as const;
  const forged = standIn.prepare('pull_request', opened, { secret: 'guessed' });
  expect(await standIn.send(address, [forged])).toMatchObject([{ status: 400 }]);
  expect(repository.checkRuns(head)).toEqual([]);
  expect(await standIn.deliver(address, 'pull_request', opened)).toMatchObject([{ status: 200 }]);
  expect(repository.checkRuns(head)).toMatchObject([{ name: 'threatdiff', status: 'in_progress', app: true }]);
  expect(standIn.violations()).toEqual([]);
});
