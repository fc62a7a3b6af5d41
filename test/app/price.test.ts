/**
 * How many requests to GitHub a whole run of the App costs, from the webhook to the concluded check, in a repository of
 * 5,000 files, 800 of them infrastructure, with 50 changed. The figures and what they are made of are printed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { OPEN_SSH } from './sources.ts';
import { TestApp } from './start-app.ts';

const CHANGED = 50;
const queue = (name: string, extra = '') =>
  `resource "aws_sqs_queue" "${name}" {\n  name = "${name}"\n  sqs_managed_sse_enabled = true\n${extra}}\n# ${'x'.repeat(2000)}\n`;
const infrastructure = Array.from({ length: 800 }, (_, index) => `services/s${index % 80}/queue-${index}.tf`);
const code = Array.from({ length: 4200 }, (_, index) => `src/p${index % 60}/module-${index}.ts`);
const FILES = Object.fromEntries([
  ...infrastructure.map((path, index) => [path, queue(`queue-${index}`)] as const),
  ...code.map((path, index) => [path, `export const value${index} = ${index};\n`] as const),
]);

let app: TestApp;
let shop: RepositoryHandle;

beforeAll(async () => {
  app = await TestApp.start();
  await app.settle();
  // Installed after the start and its look around, so that nothing is known of it: not even a token.
  shop = app.standIn.createRepository({ owner: 'acme', name: 'shop', files: FILES });
  app.standIn.install({ account: 'acme' });
  app.standIn.takeRaised();
}, 60_000);
afterAll(async () => {
  await app.stop();
});

/** 50 files of this round; each that opens SSH is a finding, an annotation, a review comment and a line of the summary. */
function push(branch: string, round: number, opens: number): string {
  const paths = infrastructure.slice(round * CHANGED, (round + 1) * CHANGED);
  const change = paths.map((path, index): [string, string] => {
    return [path, index < opens ? OPEN_SSH : queue(`round-${round}-${index}`, `  delay_seconds = ${round}\n`)];
  });
  return shop.commit({ branch, files: Object.fromEntries(change) });
}

/** What was asked from the webhook until the commit is concluded and nothing is left to do. */
async function requestsOf(head: string, conclusion: string): Promise<readonly string[]> {
  app.standIn.forgetRequests();
  await app.deliver();
  expect(await app.concluded(shop, head)).toMatchObject({ conclusion });
  await app.settle();
  return app.standIn.requests().map(({ operation }) => operation);
}

describe('the price of 50 changed files in a repository of 5,000', () => {
  it('is few requests: cold, where the process and its database know nothing; warm, for a later push of 50 other files', {
    timeout: 120_000,
  }, async () => {
    const first = push('hole', 0, 1);
    shop.openPullRequest({ head: 'hole' });
    const cold = await requestsOf(first, 'failure');
    const warm = await requestsOf(push('hole', 1, 1), 'failure');
    const several = await requestsOf(push('hole', 4, 2), 'failure');
    const second = push('plain', 2, 0);
    shop.openPullRequest({ head: 'plain' });
    const known = await requestsOf(second, 'success');
    const quiet = await requestsOf(push('plain', 3, 0), 'success');
    const lines = Object.entries({
      'cold, with a finding to report': cold,
      'warm, with a further finding': warm,
      'warm, with two further findings': several,
      'another pull request without a finding': known,
      'warm, without a finding': quiet,
    }).map(([name, each]) => `requests ${name}: ${each.length} (${each.join(' ')})`);
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(cold.length).toBeLessThanOrEqual(15);
    expect(warm.length).toBeLessThanOrEqual(8);
    expect(several.length).toBeLessThanOrEqual(9);
    expect(known.length).toBeLessThanOrEqual(6);
    expect(quiet.length).toBeLessThanOrEqual(6);
    expect(app.standIn.violations()).toEqual([]);
  });
});
