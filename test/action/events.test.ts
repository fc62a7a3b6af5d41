/** The packed Action on what is no pull request, and where GitHub fails, as a runner starts it. */
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
function openShop(): { readonly number: number; readonly headSha: string } {
  count += 1;
  shop = standIn.createRepository({ owner: 'acme', name: `shop-${count}`, files: base });
  const headSha = shop.commit({ branch: 'refunds', files: head });
  return { number: shop.openPullRequest({ head: 'refunds', user: 'ann' }).number, headSha };
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
const reportOf = ({ report }: StepResult) => JSON.parse(report ?? '') as Report;

describe('merge_group', () => {
  it('judges the group against the base of the queue', async () => {
    const { number } = openShop();
    const group = shop.createMergeGroup(number);
    const payload = payloadOf(standIn, 'merge_group', { action: 'checks_requested', repository: shop.fullName, group });
    const result = await run('merge_group', payload);
    expect(result).toMatchObject({ exitCode: 1, outputs: { blocking: '7' } });
    expect(reportOf(result)).toMatchObject({ before: [group.base_sha], after: group.head_sha });
    expect(result.summary).toContain('comes from the merge group');
    expect(shop.state.comments).toEqual([]);
  });
});

describe('push', () => {
  it('judges what was pushed against what was there', async () => {
    openShop();
    const before = shop.tip();
    const after = shop.commit({ branch: 'main', files: head });
    const details = { repository: shop.fullName, ref: 'refs/heads/main', before, after };
    const result = await run('push', payloadOf(standIn, 'push', details));
    expect(result).toMatchObject({ exitCode: 1, outputs: { blocking: '7', fixed: '3' } });
    expect(reportOf(result)).toMatchObject({ before: [before], after });
  });
});

describe('workflow_dispatch', () => {
  it('shows the state of the branch', async () => {
    openShop();
    const result = await run('workflow_dispatch', {});
    expect(reportOf(result)).toMatchObject({ before: [], after: shop.tip() });
    expect(result.exitCode).toBe(result.outputs['conclusion'] === 'success' ? 0 : 1);
    expect(result.summary).not.toContain('**Fixed**');
  });

  it('judges the pull request it is given', async () => {
    const { number, headSha } = openShop();
    const result = await run('workflow_dispatch', {}, { inputs: { 'pull-request': String(number) } });
    expect(result).toMatchObject({ exitCode: 1, outputs: { blocking: '7' } });
    expect(reportOf(result)).toMatchObject({ after: headSha });
  });
});

describe('GitHub in trouble', () => {
  it('is asked again, to the same verdict', async () => {
    const { number } = openShop();
    standIn.fail({ match: { operation: 'git/get-tree' }, kind: '5xx' });
    standIn.fail({ match: { operation: 'graphql' }, kind: '429', retryAfter: 1 });
    const result = await run('pull_request_target', pullRequest(number));
    expect(result).toMatchObject({ exitCode: 1, outputs: { blocking: '7' } });
    expect(standIn.requests().filter(({ fault }) => fault !== undefined)).toHaveLength(2);
  });

  it('gives no verdict where it refuses the token', async () => {
    const { number } = openShop();
    const result = await run('pull_request_target', pullRequest(number), { inputs: { token: 'ghs_expired' } });
    expect(result).toMatchObject({ exitCode: 3, outputs: { conclusion: 'failure' } });
    expect(result.summary).toMatch(/^### Threatdiff: no verdict\. Could not read the policy/);
    expect(result.commands.at(-1)).toMatchObject({ name: 'error', properties: { title: 'Threatdiff: no verdict' } });
    expect(result.report).toBeUndefined();
  });
});
