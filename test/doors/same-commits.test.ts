/**
 * One pull request through the doors as people use them: the App by webhook, the packed Action by its event, the command
 * line in a clone with the same commits. The three reports are the same, to the byte.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { runBundle } from '../action/run-bundle.ts';
import { payloadOf } from '../action/run-context.ts';
import { TestApp } from '../app/start-app.ts';
import { readFolder } from '../github/git/read-folder.ts';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { GitHubStandIn } from '../github/stand-in.ts';
import { Doors } from './doors.ts';
import { writeGitRepository } from './write-git-repository.ts';

const golden = join(import.meta.dirname, '../golden/shop');
let doors: Doors;
let standIn: GitHubStandIn;

beforeAll(async () => {
  doors = new Doors();
  standIn = await GitHubStandIn.start();
  standIn.install({ account: 'acme' });
});
afterAll(async () => {
  expect(standIn.violations()).toEqual([]);
  await standIn.stop();
  await doors.close();
});

/** The report the App made of the commit, from its store. */
async function throughApp(shop: RepositoryHandle, headSha: string, number: number): Promise<string> {
  const folder = join(doors.folder, 'app');
  const version = doors.engine.replace('threatdiff ', '');
  const app = await TestApp.start({ standIn, folder, host: { version } });
  await app.deliver();
  await app.concluded(shop, headSha);
  await app.settle();
  await app.stopServer();
  const store = await openStore({ directory: join(folder, 'data'), now: () => new Date() });
  const kept = await store.reports.get({ repositoryId: shop.state.id, pullRequest: number, headSha });
  await store.close();
  return kept?.reportJson ?? '';
}

describe('the sample pull request', () => {
  it('gets the same report from the App, the Action and the command line', { timeout: 120_000 }, async () => {
    const [base, head] = [readFolder(join(golden, 'base')), readFolder(join(golden, 'head'))];
    const policy = { '.github/threatdiff.yml': 'version: 1\nfail_on: medium\n' };
    const shop = standIn.createRepository({ owner: 'acme', name: 'shop', files: { ...base, ...policy } });
    const headSha = shop.commit({ branch: 'refunds', files: head });
    // The base branch goes on, so that its tip is not the merge base.
    shop.commit({ branch: 'main', files: { 'README.md': 'The shop' } });
    const { number } = shop.openPullRequest({ head: 'refunds' });

    const fromApp = await throughApp(shop, headSha, number);
    const token = standIn.createActionsToken(shop.fullName, { contents: 'read', pull_requests: 'write' });
    const details = { action: 'opened', repository: shop.fullName, number } as const;
    const payload = payloadOf(standIn, 'pull_request', details);
    const step = { standIn, repository: shop, event: 'pull_request_target', payload, inputs: { token } };
    const { report: fromAction, exitCode } = await runBundle(doors.action, step);

    const clone = join(doors.folder, 'clone.git');
    writeGitRepository(clone, shop.objects, { main: shop.tip(), refunds: headSha });
    const today = new Date().toISOString().slice(0, 10);
    const options = ['--repo', clone, '--base', 'main', '--head', 'refunds'];
    const fromClone = await doors.record('clone', options, today);

    expect(fromAction).toBe(fromClone.report);
    expect(fromApp).toBe(fromClone.report);
    expect(exitCode).toBe(fromClone.exitCode);
    expect(JSON.parse(fromApp)).toMatchObject({ after: headSha, verdict: { conclusion: 'failure' } });
  });
});
