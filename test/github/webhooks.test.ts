/**
 * Webhooks: payloads as the community's schemas describe them, genuine signatures, and a network that loses, repeats
 * and reorders.
 */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RepositoryHandle } from './repository-handle.ts';
import { GitHubStandIn } from './stand-in.ts';
import { installationClient } from './test-clients.ts';
import type { Delivery } from './webhooks/delivery.ts';

interface Received {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

const json = (url: string): unknown => JSON.parse(readFileSync(fileURLToPath(url), 'utf8'));
const EVENTS = [
  'check_run',
  'check_suite',
  'installation',
  'installation_repositories',
  'issue_comment',
  'merge_group',
  'pull_request',
  'push',
];
const at = { owner: 'acme', repo: 'shop' };
let standIn: GitHubStandIn;
let repository: RepositoryHandle;
let installation: number;
let receiver: Server;
let address: string;
let received: Received[] = [];

beforeAll(async () => {
  standIn = await GitHubStandIn.start();
  standIn.createOrganization('acme', ['ann']);
  repository = standIn.createRepository({ ...at, name: 'shop', private: true, files: { 'main.tf': 'x\n' } });
  installation = standIn.install({ account: 'acme' });
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers as Received['headers'], body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/api/github/webhooks`;
});
afterAll(async () => {
  receiver.close();
  await standIn.stop();
});
beforeEach(() => {
  received = [];
  standIn.takeRaised();
});

const ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false, logger: false });
addFormats.default(ajv);
ajv.addSchema(json(import.meta.resolve('@octokit/webhooks-schemas')) as object, 'webhooks');

/** What is wrong with a payload by the schema of its event, which names every key. */
function problems(event: string, payload: unknown): readonly string[] {
  const { action } = payload as { action?: string };
  const name = action === undefined ? `${event}$event` : `${event}$${action}`;
  const validate = ajv.getSchema(`webhooks#/definitions/${encodeURIComponent(name)}`);
  if (!validate) return [`no schema ${name}`];
  const wrong = validate(payload) ? [] : (validate.errors ?? []);
  return wrong.map((each) => `${name} ${each.instancePath} ${each.message ?? ''} ${JSON.stringify(each.params)}`);
}

async function everyEvent(): Promise<readonly Delivery[]> {
  const octokit = installationClient(standIn, installation);
  const fork = repository.fork('mallory');
  fork.commit({ branch: 'bad', files: { 'main.tf': 'bad\n' } });
  const { number: foreign } = repository.openPullRequest({ head: 'bad', from: fork });
  repository.commit({ branch: 'feature', files: { 'a.tf': 'a\n' } });
  const { number } = repository.openPullRequest({ head: 'feature', user: 'ann', draft: true });
  const head = repository.commit({ branch: 'feature', files: { 'a.tf': 'b\n', 'main.tf': null, 'b.tf': 'new\n' } });
  repository.setDraft(number, false);
  repository.setDraft(number, true);
  repository.commit({ branch: 'release', files: { 'r.tf': 'r\n' }, from: 'main' });
  repository.retarget(number, 'release');
  repository.createMergeGroup(number);
  const run = (await octokit.rest.checks.create({ ...at, name: 'threatdiff', head_sha: head, conclusion: 'failure' }))
    .data;
  await octokit.rest.checks.rerequestRun({ ...at, check_run_id: run.id });
  await octokit.rest.checks.rerequestSuite({ ...at, check_suite_id: run.check_suite?.id ?? 0 });
  repository.pressCheckButton(run.id, 'accept', 'ann');
  const comment = repository.comment(number, 'ann', '/threatdiff accept');
  repository.closePullRequest(number);
  repository.reopenPullRequest(number);
  repository.mergePullRequest(foreign);
  const common = { repository: repository.fullName, sender: 'ann' };
  return [
    ...standIn.takeRaised(),
    standIn.prepare('check_run', { ...common, action: 'created', checkRun: run.id }),
    standIn.prepare('check_suite', { ...common, action: 'requested', checkSuite: run.check_suite?.id ?? 0 }),
    standIn.prepare('issue_comment', { ...common, action: 'edited', comment: comment.id, previousBody: 'before' }),
    standIn.prepare('issue_comment', { ...common, action: 'deleted', comment: comment.id }),
    ...(['created', 'deleted', 'suspend', 'unsuspend', 'new_permissions_accepted'] as const).map((action) => {
      if (action === 'suspend') standIn.suspend(installation);
      if (action === 'unsuspend') standIn.suspend(installation, false);
      return standIn.prepare('installation', { action, installation });
    }),
    ...(['added', 'removed'] as const).map((action) =>
      standIn.prepare('installation_repositories', { action, installation, repositories: ['acme/shop'] }),
    ),
  ];
}

describe('payloads', () => {
  it('are as their schemas say, for every event and action', async () => {
    const deliveries = await everyEvent();
    const wrong = deliveries.flatMap(({ event, body }) => problems(event, JSON.parse(body)));
    expect(wrong).toEqual([]);
    const names = deliveries.map(({ event, body }) =>
      `${event} ${(JSON.parse(body) as { action?: string }).action ?? ''}`.trim(),
    );
    expect([...new Set(names)].sort()).toMatchInlineSnapshot(`
      [
        "check_run created",
        "check_run requested_action",
        "check_run rerequested",
        "check_suite requested",
        "check_suite rerequested",
        "installation created",
        "installation deleted",
        "installation new_permissions_accepted",
        "installation suspend",
        "installation unsuspend",
        "installation_repositories added",
        "installation_repositories removed",
        "issue_comment created",
        "issue_comment deleted",
        "issue_comment edited",
        "merge_group checks_requested",
        "pull_request closed",
        "pull_request converted_to_draft",
        "pull_request edited",
        "pull_request opened",
        "pull_request ready_for_review",
        "pull_request reopened",
        "pull_request synchronize",
        "push",
      ]
    `);
  });

  it('are held to schemas the official examples fit, but for keys that came later', () => {
    const examples = json(import.meta.resolve('@octokit/webhooks-examples')) as readonly {
      name: string;
      examples: readonly unknown[];
    }[];
    const used = examples.filter(({ name }) => EVENTS.includes(name));
    const found = used.flatMap(({ name, examples: all }) => all.map((each) => problems(name, each)));
    expect(found.filter((each) => each.length === 0).length).toBeGreaterThan(50);
    const other = found
      .flat()
      .filter((each) => !/must have required property|format "date-time"|\/head\/repo must/.test(each));
    expect(other).toEqual([]);
    expect(used.map(({ name }) => name).sort()).toEqual(EVENTS);
  });
});

describe('deliveries', () => {
  const opened = (): Delivery => {
    const { number } = repository.openPullRequest({ head: 'main', base: 'main' });
    return standIn.prepare('pull_request', { action: 'opened', repository: 'acme/shop', number });
  };

  it('are signed with the secret, or with another', async () => {
    const delivery = opened();
    const other = standIn.prepare(
      'push',
      { repository: 'acme/shop', ref: 'refs/heads/main', before: '0'.repeat(40), after: repository.tip() },
      { secret: 'old', id: 'fixed' },
    );
    expect(await standIn.send(address, [delivery, other])).toMatchObject([{ status: 202 }, { status: 202 }]);
    const signature = (secret: string, body = ''): string =>
      `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    expect(received[0]?.headers).toMatchObject({
      'x-github-event': 'pull_request',
      'x-github-delivery': delivery.id,
      'x-hub-signature-256': signature(standIn.webhookSecret, received[0]?.body),
    });
    expect(received[1]?.headers).toMatchObject({
      'x-github-delivery': 'fixed',
      'x-hub-signature-256': signature('old', received[1]?.body),
    });
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      installation: { id: expect.any(Number) },
      action: 'opened',
    });
  });

  it('arrive twice with one id, in another order, or never', async () => {
    const sent = Array.from({ length: 6 }, opened);
    const ids = (): readonly (string | undefined)[] => received.map(({ headers }) => headers['x-github-delivery']);
    await standIn.send(address, sent, { copies: 2, order: 'reversed', drop: (_, index) => index === 5 });
    const expected = sent.slice(0, 5).flatMap(({ id }) => [id, id]);
    expect(ids()).toEqual(expected.reverse());
    received = [];
    await standIn.send(address, sent, { order: { seed: 3 } });
    const shuffled = ids();
    expect(shuffled).not.toEqual(sent.map(({ id }) => id));
    received = [];
    await standIn.send(address, sent, { order: { seed: 3 } });
    expect(ids()).toEqual(shuffled);
    received = [];
    await standIn.send(address, sent, { parallel: 3 });
    expect(new Set(ids())).toEqual(new Set(sent.map(({ id }) => id)));
    expect(ids()).toHaveLength(6);
    expect(await standIn.send('http://127.0.0.1:9/', sent.slice(0, 1))).toMatchObject([{ status: 0 }]);
  });

  it('tell what happened since the last time', async () => {
    repository.commit({ branch: 'told', files: { 't.tf': 't\n' } });
    const { number } = repository.openPullRequest({ head: 'told' });
    const head = repository.tip('told');
    repository.commit({ branch: 'told', files: { 't.tf': 'u\n' } });
    const told = standIn.takeRaised();
    expect(told.map(({ event }) => event)).toEqual(['push', 'pull_request', 'push', 'pull_request']);
    const synchronize = JSON.parse(told[3]?.body ?? '') as unknown;
    expect(synchronize).toMatchObject({ action: 'synchronize', number, before: head, after: repository.tip('told') });
    expect(standIn.takeRaised()).toEqual([]);
    const sent = await standIn.deliver(address, 'installation', { action: 'created', installation });
    expect(sent).toMatchObject([{ status: 202 }]);
  });
});
