/** Code scanning alerts of the Action: only where they are asked for, and never in the way of the verdict. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OPEN_SSH, SAFE_QUEUE } from '../app/sources.ts';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { GitHubStandIn } from '../github/stand-in.ts';
import { payloadOf } from './run-context.ts';
import { ActionBench, type InProcessResult } from './run-in-process.ts';

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
afterAll(async () => {
  const violations = standIn.violations();
  await standIn.stop();
  bench.close();
  expect(violations).toEqual([]);
});

function run(upload: string | undefined, mayWriteAlerts: boolean): Promise<InProcessResult> {
  shop.commit({ branch: 'open', files: { 'main.tf': OPEN_SSH } });
  const { number } = shop.openPullRequest({ head: 'open', base: 'main' });
  const permissions = { contents: 'read', pull_requests: 'write' } as const;
  const granted = mayWriteAlerts ? ({ ...permissions, security_events: 'write' } as const) : permissions;
  const token = standIn.createActionsToken(shop.fullName, granted);
  const payload = payloadOf(standIn, 'pull_request', { action: 'opened', repository: shop.fullName, number });
  const inputs = { token, ...(upload === undefined ? {} : { 'upload-sarif': upload }) };
  return bench.run({ standIn, repository: shop, event: 'pull_request_target', payload, inputs });
}

describe('alerts of the Action', () => {
  it('are uploaded for the head of the pull request where it is asked for', async () => {
    const { exitCode, summary } = await run('true', true);
    expect(exitCode).toBe(1);
    expect(summary).not.toContain('No alerts');
    const [upload] = [...shop.state.sarifs.values()];
    expect(upload).toMatchObject({ ref: 'refs/pull/1/head', commit: shop.tip('open') });
    expect(upload?.sarif).toContain('aws-security-group-open-admin-port');
  });

  it('are not uploaded where nobody asked', async () => {
    expect((await run(undefined, true)).exitCode).toBe(1);
    expect(shop.state.sarifs.size).toBe(0);
  });

  it('that are refused are told, and change no verdict', async () => {
    const { exitCode, summary, outputs } = await run('true', false);
    expect(exitCode).toBe(1);
    expect(outputs['conclusion']).toBe('failure');
    expect(summary).toContain('No alerts were uploaded');
    expect(summary).toContain('security-events: write');
  });
});
