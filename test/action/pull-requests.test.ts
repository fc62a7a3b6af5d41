/** The packed Action on pull requests, as a runner starts it: exit code, outputs, summary, annotations, comment. */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { readFolder } from '../github/git/read-folder.ts';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { GitHubStandIn } from '../github/stand-in.ts';
import { buildAction, runBundle, type StepResult } from './run-bundle.ts';
import { payloadOf, type StepOptions } from './run-context.ts';

const golden = join(import.meta.dirname, '../golden/shop');
const [base, head] = [readFolder(join(golden, 'base')), readFolder(join(golden, 'head'))];
const WRITE = { contents: 'read', pull_requests: 'write' } as const;

let action: string;
let standIn: GitHubStandIn;
let shop: RepositoryHandle;
let count = 0;

beforeAll(async () => {
  action = buildAction();
  standIn = await GitHubStandIn.start();
});
afterEach(() => expect(standIn.violations()).toEqual([]));
afterAll(async () => {
  await standIn.stop();
  rmSync(dirname(action), { recursive: true });
});

/** A repository of its own with the sample pull request open. */
function openShop(user = 'ann'): { readonly number: number; readonly headSha: string } {
  count += 1;
  shop = standIn.createRepository({ owner: 'acme', name: `shop-${count}`, files: base });
  const headSha = shop.commit({ branch: 'refunds', files: head });
  return { number: shop.openPullRequest({ head: 'refunds', user }).number, headSha };
}

function run(event: string, payload: unknown, options: Partial<StepOptions> = {}): Promise<StepResult> {
  const token = standIn.createActionsToken(shop.fullName, WRITE);
  return runBundle(action, {
    standIn,
    repository: shop,
    event,
    payload,
    ...options,
    inputs: { token, ...options.inputs },
  });
}

const pullRequest = (number: number) =>
  payloadOf(standIn, 'pull_request', { action: 'opened', repository: shop.fullName, number });
const comments = () => shop.state.comments.map(({ user, body }) => ({ user, body }));
const reportOf = ({ report }: StepResult) => JSON.parse(report ?? '') as Report;

describe('pull_request_target', () => {
  it('holds the sample pull request without a checkout, and says why where people look', async () => {
    const { number, headSha } = openShop();
    const token = standIn.createActionsToken(shop.fullName, WRITE);
    standIn.forgetRequests();
    const startedAt = performance.now();
    const result = await run('pull_request_target', pullRequest(number), { inputs: { token } });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`the Action on the sample: ${standIn.requests().length} requests, ${seconds} s\n`);
    expect(standIn.requests().length).toBeLessThanOrEqual(16);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ conclusion: 'failure', blocking: '7', fixed: '3', 'not-evaluated': '0' });
    expect(reportOf(result)).toMatchObject({ after: headSha, before: [shop.tip()] });
    expect(result.summary).toMatch(/^### Threatdiff: /);
    expect(result.summary).toContain('shop-bastion lets the internet reach port 22');
    expect(result.summary).toContain(`https://github.com/${shop.fullName}/blob/${headSha}/infra/platform/main.tf#L85`);
    expect(result.summary).not.toContain('Advisory');
    const errors = result.commands.filter(({ name }) => name === 'error');
    expect(errors.map(({ properties }) => `${properties['file']}:${properties['line']}`)).toEqual(
      expect.arrayContaining(['infra/platform/main.tf:85', 'services/payments/template.yaml:114']),
    );
    expect(errors[0]?.message).toContain('\nFix: ');
    expect(result.commands[0]).toEqual({ name: 'add-mask', properties: {}, message: token });
    expect(`${result.log.replace(`::add-mask::${token}`, '')}${result.summary}${result.report}`).not.toContain(token);
  });

  it('writes one comment as the account of its token, and keeps it up to date', async () => {
    const { number } = openShop();
    await run('pull_request_target', pullRequest(number));
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toMatchObject({ user: 'github-actions[bot]' });
    expect(comments()[0]?.body).toContain('<!-- threatdiff: summary of the Action -->');
    expect(comments()[0]?.body).toContain(`https://github.com/${shop.fullName}/actions/runs/77`);
    const onLines = () => shop.pull(number).reviewComments.map(({ user, path }) => `${user} ${path}`);
    expect(onLines()).toContain('github-actions[bot] infra/platform/main.tf');
    const count = onLines().length;
    await run('pull_request_target', pullRequest(number));
    expect(onLines()).toHaveLength(count);
    expect(comments()).toHaveLength(1);
    shop.commit({ branch: 'refunds', files: base });
    const repaired = await run('pull_request_target', pullRequest(number));
    expect(repaired).toMatchObject({ exitCode: 0, outputs: { conclusion: 'success', blocking: '0' } });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]?.body).not.toContain('shop-bastion');
  });
});

describe('pull_request', () => {
  it('says that its verdict is advice, because the head writes the workflow', async () => {
    const { number } = openShop();
    const result = await run('pull_request', pullRequest(number));
    expect(result.exitCode).toBe(1);
    expect(result.summary).toMatch(/^\*\*Advisory: the workflow file of this run comes from the pull request itself/);
    expect(comments()[0]?.body).toMatch(/^\*\*Advisory/);
  });

  it('of a fork works with a token that only reads', async () => {
    openShop();
    const fork = shop.fork('mallory');
    fork.commit({ branch: 'open', files: head });
    const { number } = shop.openPullRequest({ head: 'open', from: fork, user: 'mallory' });
    const token = standIn.createActionsToken(shop.fullName, WRITE, { fromFork: true });
    const result = await run('pull_request', pullRequest(number), { inputs: { token } });
    expect(result).toMatchObject({ exitCode: 1, outputs: { blocking: '7' } });
    expect(result.commands.some(({ name }) => name === 'error')).toBe(true);
    expect(result.summary).toContain('Not every comment could be written: ');
    expect(result.summary).toContain('may have a token that only reads');
    expect(comments()).toEqual([]);
    expect(shop.pull(number).reviewComments).toEqual([]);
  });

  it('of Dependabot is judged like any other', async () => {
    openShop('dependabot[bot]');
    shop.commit({ branch: 'dependabot/npm/x', files: { 'package.json': '{}' } });
    const { number } = shop.openPullRequest({ head: 'dependabot/npm/x', user: 'dependabot[bot]' });
    const token = standIn.createActionsToken(shop.fullName, WRITE, { fromFork: true });
    const result = await run('pull_request', pullRequest(number), { inputs: { token } });
    expect(result).toMatchObject({ exitCode: 0, outputs: { conclusion: 'success', blocking: '0' } });
    expect(result.summary).not.toContain('comment could be written');
  });
});
