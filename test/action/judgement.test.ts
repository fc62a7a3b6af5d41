/** What the Action judges and says, in one process: which commit, which policy, who wrote the workflow, what fails. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OPEN_SSH, SAFE_QUEUE } from '../app/sources.ts';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { GitHubStandIn } from '../github/stand-in.ts';
import { readCommands } from './run-bundle.ts';
import { payloadOf } from './run-context.ts';
import { ActionBench, type InProcessOptions, type InProcessResult } from './run-in-process.ts';

const WRITE = { contents: 'read', pull_requests: 'write' } as const;
let bench: ActionBench;
let standIn: GitHubStandIn;
let shop: RepositoryHandle;
let count = 0;

beforeAll(async () => {
  bench = new ActionBench();
  standIn = await GitHubStandIn.start();
});
beforeEach(() => {
  count += 1;
  shop = standIn.createRepository({ owner: `acme-${count}`, name: 'shop', files: { 'main.tf': SAFE_QUEUE } });
});
afterEach(() => {
  standIn.clearFaults();
  expect(standIn.violations()).toEqual([]);
});
afterAll(async () => {
  await standIn.stop();
  bench.close();
});

/** A pull request whose head holds these files. */
function open(files: Readonly<Record<string, string>>, options: { branch?: string; base?: string } = {}) {
  const { branch = `change-${count}`, base = 'main' } = options;
  const headSha = shop.commit({ branch, files, from: base });
  const { number } = shop.openPullRequest({ head: branch, base });
  const payload = payloadOf(standIn, 'pull_request', { action: 'opened', repository: shop.fullName, number });
  return { number, headSha, payload };
}

function run(payload: unknown, options: Partial<InProcessOptions> = {}): Promise<InProcessResult> {
  const inputs = { token: standIn.createActionsToken(shop.fullName, WRITE), ...options.inputs };
  return bench.run({ standIn, repository: shop, event: 'pull_request_target', payload, ...options, inputs });
}

describe('the commit that is judged', () => {
  it('is the one the check stands on, whatever was pushed since', async () => {
    const { payload, headSha } = open({ 'main.tf': OPEN_SSH });
    const repaired = shop.commit({ branch: `change-${count}`, files: { 'main.tf': SAFE_QUEUE } });
    const result = await run(payload);
    expect(result).toMatchObject({ exitCode: 1, report: { after: headSha } });
    expect(result.summary).toContain(
      `has moved on to ${repaired.slice(0, 7)}; this is about ${headSha.slice(0, 7)} alone`,
    );
    expect(shop.state.comments).toEqual([]);
  });

  it('is held for every open pull request on it: none hides behind another', async () => {
    shop.commit({ branch: 'lab', files: { 'main.tf': OPEN_SSH } });
    shop.commit({ branch: 'both', files: { 'notes.md': 'x' }, from: 'lab' });
    const first = shop.openPullRequest({ head: 'both', base: 'main' });
    const { number } = shop.openPullRequest({ head: 'both', base: 'lab' });
    const harmless = payloadOf(standIn, 'pull_request', { action: 'opened', repository: shop.fullName, number });
    const result = await run(harmless);
    expect(result.report?.verdict).toMatchObject({ conclusion: 'success' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { conclusion: 'failure' } });
    expect(result.summary).toContain(`#${first.number}`);
  });

  it('is compared with the base branch as it is now', async () => {
    const { payload } = open({ 'main.tf': OPEN_SSH });
    shop.commit({ branch: 'main', files: { 'other.tf': OPEN_SSH.replaceAll('orders', 'more') } });
    const result = await run(payload);
    expect(result).toMatchObject({ exitCode: 1, outputs: { blocking: '1' } });
  });

  it('of a push to a new branch is compared with the default branch, of a first one with nothing', async () => {
    const zero = '0'.repeat(40);
    const after = shop.commit({ branch: 'topic', files: { 'main.tf': OPEN_SSH } });
    const push = (ref: string, sha: string) =>
      run(payloadOf(standIn, 'push', { repository: shop.fullName, ref, before: zero, after: sha }), { event: 'push' });
    expect(await push('refs/heads/topic', after)).toMatchObject({ exitCode: 1, report: { before: [shop.tip()] } });
    expect(await push('refs/heads/main', shop.tip())).toMatchObject({ exitCode: 0, report: { before: [] } });
  });
});

describe('policy', () => {
  const policy = (text: string) => shop.commit({ branch: 'main', files: { '.github/threatdiff.yml': text } });

  it('comes from the default branch, never from the head', async () => {
    const { payload } = open({ 'main.tf': OPEN_SSH, '.github/threatdiff.yml': 'version: 1\nmode: monitor\n' });
    expect(await run(payload)).toMatchObject({ exitCode: 1, report: { policy: { sources: [] } } });
  });

  it('in monitor mode lets the job pass, and says what would have been', async () => {
    policy('version: 1\nmode: monitor\n');
    const { payload } = open({ 'main.tf': OPEN_SSH });
    const result = await run(payload);
    expect(result).toMatchObject({ exitCode: 0, outputs: { conclusion: 'neutral' } });
    expect(result.summary).toContain('monitor');
  });

  it('is tightened by the workflow, never loosened', async () => {
    const { payload } = open({ 'main.tf': SAFE_QUEUE.replace('true', 'false') });
    expect(await run(payload, { inputs: { 'fail-on': 'low' } })).toMatchObject({ exitCode: 1 });
    const ssh = open({ 'main.tf': OPEN_SSH }, { branch: 'ssh' });
    const result = await run(ssh.payload, { inputs: { 'fail-on': 'critical' } });
    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain('`fail-on: critical` asks for less than policy does and is not applied');
  });

  it('of the organisation is read where the token may, and its absence is said', async () => {
    const { payload } = open({ 'main.tf': OPEN_SSH });
    expect((await run(payload)).summary).toContain('no organisation policy');
    standIn.createRepository({
      owner: shop.owner,
      name: '.github',
      files: { 'threatdiff.yml': 'version: 1\nmode: monitor\n' },
    });
    expect(await run(payload)).toMatchObject({ exitCode: 0, outputs: { conclusion: 'neutral' } });
    const named = { 'organisation-policy-repository': 'policies' };
    expect(await run(payload, { inputs: named })).toMatchObject({ exitCode: 3, report: undefined });
  });
});

describe('a checkout of the head', () => {
  const checkOut = (workspace: string, files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
  };
  const WARNING = 'the workspace of this job is a checkout of the pull request';

  it.each([
    ['by its commit', (sha: string) => ({ '.git/HEAD': `${sha}\n` })],
    ['by a branch', (sha: string) => ({ '.git/HEAD': 'ref: refs/heads/x\n', '.git/refs/heads/x': `${sha}\n` })],
    ['by its merge', () => ({ '.git/HEAD': `${'1'.repeat(40)}\n`, '.git/refs/remotes/pull/1/merge': '' })],
  ])('is warned about: %s', async (_how, files) => {
    const { payload, headSha } = open({ 'main.tf': SAFE_QUEUE });
    const prepare = ({ workspace }: { workspace: string }) => checkOut(workspace, files(headSha));
    expect((await run(payload, { prepare })).summary).toContain(WARNING);
    expect((await run(payload, { prepare, event: 'pull_request' })).summary).not.toContain(WARNING);
  });

  it('is not made out of a checkout of the default branch, nor out of a link', async () => {
    const { payload, headSha } = open({ 'main.tf': SAFE_QUEUE });
    const own = await run(payload, { prepare: ({ workspace }) => checkOut(workspace, { '.git/HEAD': shop.tip() }) });
    expect(own.summary).not.toContain(WARNING);
    const linked = await run(payload, {
      prepare: ({ workspace }) => {
        checkOut(workspace, { '.git/config': '', elsewhere: headSha });
        symlinkSync('../elsewhere', join(workspace, '.git/HEAD'));
      },
    });
    expect(linked.summary).not.toContain(WARNING);
  });
});

describe('what a pull request writes', () => {
  it('is no command to the runner', async () => {
    const hostile = '::error::x ##[add-mask]y';
    const { payload } = open({
      'main.tf': OPEN_SSH.replaceAll('web', 'w ##[stop-commands]x'),
      [`${hostile}/a.tf`]: 'x {',
    });
    const { log, exitCode } = await run(payload);
    expect(exitCode).toBe(1);
    expect(log.join('\n')).toContain('stop-commands');
    expect(readCommands(log.join('\n'))).toEqual([]);
  });

  it('fills no more than ten annotations of a level, and the summary holds the rest', async () => {
    const block = OPEN_SSH.slice(SAFE_QUEUE.length);
    const many = Array.from({ length: 25 }, (_, index) => block.replaceAll('"web"', `"web${index}"`));
    const { payload } = open({ 'main.tf': `${SAFE_QUEUE}${many.join('')}` });
    const result = await run(payload);
    expect(result.outputs['blocking']).toBe('25');
    expect(result.annotations.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(result.summary).toContain('web24');
  });
});

describe('a runner that takes no summary', () => {
  it('changes no verdict', async () => {
    const { payload } = open({ 'main.tf': SAFE_QUEUE });
    const result = await run(payload, { brokenSummary: true });
    expect(result).toMatchObject({ exitCode: 0, outputs: { conclusion: 'success' } });
    expect(result.log.join('\n')).toContain('could not be written');
    expect(await run('{', { brokenSummary: true })).toMatchObject({ exitCode: 3 });
  });
});

describe('no verdict', () => {
  it.each([
    ['there is no event file', undefined, {}, 'GITHUB_EVENT_PATH) cannot be read'],
    ['the event is not JSON', '{', {}, 'is not JSON'],
    ['the event lacks what it must have', {}, {}, 'is not as GitHub sends it: pull_request'],
    ['a commit id is none', { pull_request: { number: 1, head: { sha: '../..' } } }, {}, 'pull_request.head.sha'],
    ['the event file is larger than any event', `"${' '.repeat(33 * 1024 * 1024)}"`, {}, 'larger than any event'],
    ['nobody can judge the event', {}, { event: 'issue_comment' }, 'says nothing that can be judged'],
    ['an input is none', {}, { inputs: { 'fail-on': 'hgih' } }, 'The input fail-on cannot be "hgih"'],
    ['there is no token', {}, { event: 'workflow_dispatch', inputs: { token: '' } }, 'There is no token'],
    ['no runner started it', {}, { environment: { GITHUB_REPOSITORY: undefined } }, 'GITHUB_REPOSITORY is not set'],
    ['the recorded run is none', {}, { inputs: { replay: 'nowhere.json' } }, '"nowhere.json" cannot be read'],
    ['the rules are missing', {}, { host: { rulePackFile: 'nowhere' } }, 'an error in threatdiff itself'],
  ] as const)('where %s', async (_what, payload, options, said) => {
    const result = await run(payload, options);
    expect(result).toMatchObject({ exitCode: 3, outputs: { conclusion: 'failure' }, report: undefined });
    expect(result.annotations).toMatchObject([{ level: 'error', title: 'Threatdiff: no verdict' }]);
    expect(result.annotations[0]?.message).toContain(said);
    expect(result.summary).toMatch(/^### Threatdiff: no verdict\. /);
  });

  it('where GitHub does not answer, after trying again', async () => {
    const { payload } = open({ 'main.tf': SAFE_QUEUE });
    standIn.forgetRequests();
    standIn.fail({ kind: '5xx', times: 1000 });
    const result = await run(payload);
    expect(result).toMatchObject({ exitCode: 3, report: undefined });
    expect(standIn.requests()).toHaveLength(4);
  });

  it('where the pull request is not there', async () => {
    const { payload } = open({ 'main.tf': SAFE_QUEUE });
    const other = { pull_request: { number: 999, head: { sha: shop.tip() } } };
    expect((await run(other)).summary).toContain('Could not read pull request 999');
    expect((await run(payload)).exitCode).toBe(0);
  });

  it('where a permission is missing, which is named', async () => {
    shop = standIn.createRepository({ owner: `acme-${count}`, name: 'vault', private: true, files: { 'main.tf': '' } });
    const { payload } = open({ 'main.tf': SAFE_QUEUE });
    const token = standIn.createActionsToken(shop.fullName, { contents: 'read' });
    const result = await run(payload, { inputs: { token } });
    expect(result.exitCode).toBe(3);
    expect(result.summary).toContain('pull-requests: write');
    expect(result.masked).toEqual([token]);
  });
});

describe('files', () => {
  it('are written where they are asked for, and recorded inputs give the same report again', async () => {
    const { payload } = open({ 'main.tf': OPEN_SSH });
    const written: Record<string, string> = {};
    const folder = makeFolder();
    const names = { report: 'report.json', sarif: 'a.sarif', html: 'a.html', inputs: 'inputs.json' };
    const inputs = Object.fromEntries(
      Object.entries(names).map(([name, file]) => [`${name}-file`, join(folder, file)]),
    );
    const first = await run(payload, { inputs });
    for (const [name, file] of Object.entries(names)) written[name] = readFileSync(join(folder, file), 'utf8');
    expect(written['sarif']).toContain('"version": "2.1.0"');
    expect(written['html']).toContain('aws_security_group');
    expect(first.outputs).toMatchObject({ report: join(folder, 'report.json'), inputs: join(folder, 'inputs.json') });
    const again = await run(undefined, { inputs: { replay: join(folder, 'inputs.json'), token: '' } });
    expect(again).toMatchObject({ exitCode: 1, report: first.report });
  });
});

function makeFolder(): string {
  const folder = join(tmpdir(), `threatdiff-files-${process.pid}-${count}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}
