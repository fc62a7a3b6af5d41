/** `threatdiff doctor` over real HTTP: what it says of a set-up that is right, wrong, hidden or not answered. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/command-line/commands.ts';
import { runCommandLine } from '../../src/command-line/run-command-line.ts';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { GitHubStandIn } from '../github/stand-in.ts';

let standIn: GitHubStandIn;
let shop: RepositoryHandle;
let installation: number;
let folder: string;
let key: string;

const READ = { metadata: 'read', contents: 'read', members: 'read', merge_queues: 'read' } as const;
const GRANTED = { ...READ, checks: 'write', pull_requests: 'write' } as const;

beforeEach(async () => {
  standIn = await GitHubStandIn.start();
  shop = standIn.createRepository({ owner: 'acme', name: 'shop', files: { 'main.tf': 'a\n' }, private: true });
  installation = standIn.install({ account: 'acme', permissions: GRANTED });
  standIn.setWebhook({ deliveries: [{ status: 200, event: 'push' }] });
  folder = mkdtempSync(join(tmpdir(), 'threatdiff-doctor-'));
  key = join(folder, 'key.pem');
  writeFileSync(key, standIn.privateKey);
});
afterEach(async () => {
  expect(standIn.violations()).toEqual([]);
  await standIn.stop();
  rmSync(folder, { recursive: true });
});

async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const written: string[] = [];
  const stream = { isTerminal: false, write: (text: string) => Promise.resolve(void written.push(text)) };
  const all = ['doctor', '--api-url', standIn.url, ...args];
  const code = await runCommandLine(all, COMMANDS, {
    ...{ environment, directory: folder, stdout: stream, stderr: stream, now: () => Date.now() },
    ...{ rulePackFile: '', version: '0.0.0' },
  });
  return { code, text: written.join('') };
}

const asApp = (...more: readonly string[]) =>
  run(['--repository', 'acme/shop', '--app-id', String(standIn.appId), '--private-key-file', key, ...more]);
const asPerson = (login: string, ...more: readonly string[]) =>
  run(['--repository', 'acme/shop', '--app-id', String(standIn.appId), ...more], {
    GITHUB_TOKEN: standIn.createUserToken(login),
  });
const own = () => ({ context: 'threatdiff', appId: standIn.appId });

describe('a set-up that is right', () => {
  it('is all right, for the App and for an administrator', async () => {
    shop.addRuleset({ id: 7, checks: [own()], strict: true });
    const app = await asApp();
    expect(app.text).toContain(`threatdiff is required on main from app ${standIn.appId}, by ruleset 7 of acme/shop.`);
    expect(app.text).toContain('The App has every permission it asks for.');
    expect(app.text).toContain('The last webhook arrived.');
    expect(app.text).toContain('not seen  bypass');
    expect(app.text).not.toMatch(/PROBLEM|warning|unknown/);
    expect(app.code).toBe(0);
    const person = await asPerson('acme');
    expect(person.text).toContain('Nobody may bypass ruleset 7 of acme/shop.');
    expect(person.text).toContain('not seen  permissions, webhooks');
    expect(person.code).toBe(0);
  });

  it('may be classic branch protection', async () => {
    shop.requireCheck(own());
    const { code, text } = await asApp();
    expect(code).toBe(0);
    expect(text).toContain('Branch protection does not hold administrators');
  });
});

describe('a set-up that holds nothing', () => {
  it('requires no check', async () => {
    const { code, text } = await asApp();
    expect(code).toBe(1);
    expect(text).toContain('PROBLEM   required check: Nothing requires threatdiff on main');
    expect(text).toContain('-> Settings, Rules, Rulesets');
  });

  it.each([
    ['any source', undefined, 'from any source (ruleset 7 of acme/shop): a workflow of the pull request can post'],
    ['another App', 99, 'from app 99 (ruleset 7 of acme/shop), not from app'],
    ['GitHub Actions', 15368, 'from GitHub Actions (ruleset 7 of acme/shop): any workflow can post it'],
  ])('requires it from %s', async (_name, appId, words) => {
    shop.addRuleset({ id: 7, checks: [{ context: 'threatdiff', ...(appId === undefined ? {} : { appId }) }] });
    const { code, text } = await asApp();
    expect(code).toBe(1);
    expect(text).toContain(words);
  });

  it('requires another name', async () => {
    shop.addRuleset({ id: 7, checks: [own()] });
    expect((await asApp('--check-name', 'gate')).text).toContain('Nothing requires gate on main');
  });

  it('names who may bypass it, to an administrator', async () => {
    const actors = [{ actor_type: 'Team', actor_id: 12, bypass_mode: 'pull_request' }, { actor_type: 'DeployKey' }];
    shop.addRuleset({ id: 7, checks: [own()], bypassActors: actors });
    const { code, text } = await asPerson('acme');
    expect(text).toContain('2 may bypass ruleset 7 of acme/shop: Team 12 (pull_request), DeployKey (always).');
    expect(code).toBe(0);
  });

  it('has a policy file that is not valid, or that only watches', async () => {
    shop.addRuleset({ id: 7, checks: [own()] });
    shop.commit({ branch: 'main', files: { '.github/threatdiff.yml': 'version: 1\nnonsense: \u001b[2J\n' } });
    const broken = await asApp();
    expect(broken.code).toBe(1);
    expect(broken.text).toContain('PROBLEM   policy: .github/threatdiff.yml:2');
    expect(broken.text).not.toContain('\u001b');
    shop.commit({ branch: 'main', files: { '.github/threatdiff.yml': 'version: 1\nmode: monitor\n' } });
    expect((await asApp()).text).toContain('warning   policy: Policy says mode: monitor');
  });
});

describe('what the App needs', () => {
  beforeEach(() => shop.addRuleset({ id: 7, checks: [own()], mergeQueue: true }));

  it('is named with what is lost without it', async () => {
    standIn.setPermissions(installation, { ...GRANTED, checks: 'read' });
    const { code, text } = await asApp();
    expect(code).toBe(1);
    expect(text).toContain('The App has checks: read, not write. Without it: there is no check.');
  });

  it('includes merge queues only where they are used', async () => {
    const { merge_queues: _without, ...rest } = GRANTED;
    standIn.setPermissions(installation, rest);
    const { text } = await asApp();
    expect(text).toContain('PROBLEM   merge queue: main has a merge queue, and the App does not hear of its groups');
  });

  it('includes an address GitHub reaches', async () => {
    const failing = [0, 502, 502, 200].map((status) => ({ status, event: 'push' }));
    standIn.setWebhook({ deliveries: failing });
    const down = await asApp();
    expect(down.code).toBe(1);
    expect(down.text).toContain('Of the last 4 webhooks 3 failed: 1 not answered, 2 answered 502.');
    standIn.setWebhook({ deliveries: failing.toReversed(), insecure: true });
    const repaired = await asApp();
    expect(repaired.code).toBe(0);
    expect(repaired.text).toContain('without a checked certificate');
    standIn.setWebhook({ url: '', deliveries: [] });
    expect((await asApp()).text).toContain('The App has no address for webhooks');
  });

  it('says that a new installation observes, and that a suspended one does nothing', async () => {
    standIn.uninstall(installation);
    standIn.install({ account: 'acme', permissions: GRANTED, at: new Date().toISOString().replace(/\.\d+Z$/, 'Z') });
    expect((await asApp()).text).toContain('The installation is new: unless policy says mode: enforce');
  });
});

describe('what cannot be known', () => {
  it('is said, with exit code 3: no answer, a hidden repository, hidden protection', async () => {
    const stranger = await asPerson('mallory');
    expect([stranger.code, stranger.text.includes('unknown   branch rules')]).toEqual([3, true]);
    shop.addRuleset({ id: 7, checks: [own()] });
    standIn.fail({ kind: 'primary-limit', retryAfter: 3600, times: 9, match: { operation: 'repos/get-branch-rules' } });
    const { code, text } = await asApp();
    expect(code).toBe(3);
    expect(text).toContain('unknown   branch rules: Could not read the rules of acme/shop');
  });

  it('is what is not installed there', async () => {
    standIn.uninstall(installation);
    const { code, text } = await asApp();
    expect([code, text]).toEqual([
      1,
      expect.stringContaining('PROBLEM   installation: The App is not installed on acme/shop.'),
    ]);
  });

  it.each([
    [[], '--repository names no repository'],
    [['--repository', 'acme'], '--repository names no repository'],
    [['--repository', 'acme/shop'], 'There is no token'],
    [['--repository', 'acme/shop', '--app-id', 'x'], '--app-id is not a number'],
    [['--repository', 'acme/shop', '--private-key-file', 'nowhere'], '--private-key-file needs --app-id'],
    [['--repository', 'acme/shop', '--app-id', '1', '--private-key-file', 'nowhere'], 'cannot be read'],
  ])('is asked for in a wrong way: %j', async (args, words) => {
    const { code, text } = await run(args);
    expect([code, text.includes(words)]).toEqual([2, true]);
  });
});
