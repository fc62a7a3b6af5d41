/**
 * The GitHub source under the whole job: the same report as from folders, and how many requests a pull request costs.
 * The figures are printed.
 */
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type CheckResult, checkPullRequest } from '../src/check-pull-request.ts';
import { loadPolicy } from '../src/config/load-policy.ts';
import type { BlobCache } from '../src/github/blob-cache.ts';
import type { GitHubClient } from '../src/github/github-client.ts';
import { loadGitHubPolicy } from '../src/github/load-github-policy.ts';
import { MemoryBlobCache } from '../src/github/memory-blob-cache.ts';
import { openGitHubChange } from '../src/github/open-github-change.ts';
import { RecentAnswers } from '../src/github/recent-answers.ts';
import { readPullRequestState } from '../src/github/read-pull-request-state.ts';
import { reportJson } from '../src/reporters/json/report-json.ts';
import { readFolder } from './github/git/read-folder.ts';
import { type Shop, startShop } from './github/start-shop.ts';
import { AS_OF, runDirectories, testPack } from './run-directories.ts';

const golden = join(import.meta.dirname, 'golden', 'shop');

let shop: Shop;

afterEach(async () => {
  expect(shop.standIn.violations()).toEqual([]);
  await shop.standIn.stop();
});

/** What a process keeps between pull requests. */
interface Memory {
  readonly cache: BlobCache;
  readonly recent: RecentAnswers;
}

const remember = (): Memory => ({ cache: new MemoryBlobCache(2 ** 26), recent: new RecentAnswers(100_000) });

/** Everything a pull request costs before something is posted: its state, policy, trees and files. */
async function check(client: GitHubClient, number: number, memory: Memory): Promise<CheckResult> {
  const { repository } = shop;
  const [state, policy] = await Promise.all([
    readPullRequestState(client, repository, number),
    loadGitHubPolicy({ client, repository }),
  ]);
  const change = await openGitHubChange({
    client,
    repository,
    base: { kind: 'pull-request', sha: state.baseSha, ref: state.baseRef },
    headSha: state.headSha,
    ...(state.headRepository === undefined ? {} : { headRepository: state.headRepository }),
    limits: loadPolicy(policy.sources, AS_OF).policy.budgets,
    ...memory,
  });
  const engine = 'threatdiff test';
  return checkPullRequest({ change, policy: policy.sources, pack: testPack(), engine, asOf: AS_OF });
}

/** Ids of trees are commits here and labels there; nothing else may differ. */
function withoutIds(text: string, ids: Readonly<Record<string, string>>): string {
  return Object.entries(ids).reduce((left, [id, label]) => left.replaceAll(`"${id}"`, `"${label}"`), text);
}

describe('the sample pull request', () => {
  it('gives the bytes that its folders give', async () => {
    const [base, head] = [readFolder(join(golden, 'base')), readFolder(join(golden, 'head'))];
    shop = await startShop({ files: base });
    const gone = Object.keys(base).filter((path) => !(path in head));
    const headSha = shop.shop.commit({
      branch: 'feature',
      files: { ...Object.fromEntries(gone.map((path) => [path, null])), ...head },
    });
    const { number } = shop.shop.openPullRequest({ head: 'feature' });
    const { report } = await check(shop.connect(), number, remember());
    const folders = await runDirectories({ before: join(golden, 'base'), after: join(golden, 'head') });
    const [before, after] = [folders.report.before[0] ?? '', folders.report.after];
    const text = withoutIds(reportJson(report), { [shop.shop.tip()]: before, [headSha]: after });
    expect(text).toBe(reportJson(folders.report));
    expect(report.changes.some(({ blocks }) => blocks)).toBe(true);
  });
});

describe('requests', () => {
  const queue = (name: string, extra = '') =>
    `resource "aws_sqs_queue" "${name}" {\n  name = "${name}"\n  sqs_managed_sse_enabled = true\n${extra}}\n# ${'x'.repeat(2000)}\n`;
  const infrastructure = Array.from({ length: 800 }, (_, index) => `services/s${index % 80}/queue-${index}.tf`);
  const code = Array.from({ length: 4200 }, (_, index) => `src/p${index % 60}/module-${index}.ts`);
  const change = (from: number, to: number, extra: string) =>
    Object.fromEntries(
      infrastructure.slice(from, to).map((path, index) => [path, queue(`changed-${from + index}`, extra)]),
    );

  it('are few for 50 changed files in a repository of 5,000, 800 of them infrastructure', {
    timeout: 60_000,
  }, async () => {
    shop = await startShop({
      files: Object.fromEntries([
        ...infrastructure.map((path, index) => [path, queue(`queue-${index}`)] as const),
        ...code.map((path, index) => [path, `export const value${index} = ${index};\n`] as const),
      ]),
    });
    shop.shop.commit({ branch: 'feature', files: change(0, 50, '  delay_seconds = 5\n') });
    const { number } = shop.shop.openPullRequest({ head: 'feature' });
    const memory = remember();
    const client = shop.connect();
    const run = async (): Promise<number> => {
      const before = client.requests;
      const { report } = await check(client, number, memory);
      expect(report.problems.filter(({ effect }) => effect !== 'note')).toEqual([]);
      expect(report.receipt.after.filesRead).toEqual({ terraform: 800 });
      return client.requests - before;
    };
    const cold = await run();
    const again = await run();
    shop.shop.commit({ branch: 'feature', files: change(50, 100, '  delay_seconds = 7\n') });
    const warm = await run();
    process.stdout.write(`requests: cold ${cold}, the same again ${again}, after a push of 50 files ${warm}\n`);
    expect(cold).toBeLessThanOrEqual(10);
    expect(again).toBeLessThanOrEqual(2);
    expect(warm).toBeLessThanOrEqual(5);
  });
});
