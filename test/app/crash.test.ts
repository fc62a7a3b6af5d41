/**
 * The App in a process of its own that is killed at the worst moments and started again over the same folder: the check
 * concludes, and nothing is posted twice.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitHubStandIn } from '../github/stand-in.ts';
import { OPEN_SSH, SAFE_QUEUE } from './sources.ts';
import { waitFor, writeRulePack } from './start-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'threatdiff-crash-'));
const app = join(import.meta.dirname, '../../src/app.ts');
const TIMEOUT = 120_000;

let rulePack: string;
const running = new Set<ChildProcess>();

beforeAll(() => {
  rulePack = writeRulePack(folder);
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface RunningApp {
  readonly url: string;
  readonly kill: () => Promise<void>;
}

/** Resolves when it says that it listens. */
async function startApp(standIn: GitHubStandIn, data: string): Promise<RunningApp> {
  const child = spawn(process.execPath, [app], {
    env: {
      APP_ID: String(standIn.appId),
      PRIVATE_KEY: standIn.privateKey,
      WEBHOOK_SECRET: standIn.webhookSecret,
      GITHUB_API_URL: standIn.url,
      DATA_DIR: join(folder, data),
      RULE_PACK_FILE: rulePack,
      HOST: '127.0.0.1',
      PORT: '0',
      ANALYSIS_THREADS: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the App ended with ${code}`)));
    lines.on('line', (line) => {
      const { event, port, error } = JSON.parse(line) as { event: string; port: number; error?: string };
      if (event === 'started') resolve(port);
      if (event === 'cannot-start') reject(new Error(error));
    });
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
    running.delete(child);
  };
  return { url: `http://127.0.0.1:${port}/api/github/webhooks`, kill };
}

interface Moment {
  readonly name: string;
  /** Slowed down, so that the moment lasts. */
  readonly slow?: string;
  /** Resolves at the moment. */
  readonly arrive: (standIn: GitHubStandIn, acknowledged: Promise<unknown>) => Promise<unknown>;
}

const seen = (operation: string) => (standIn: GitHubStandIn) =>
  waitFor(() => Promise.resolve(standIn.requests().some((request) => request.operation === operation)), TIMEOUT);

const MOMENTS: readonly Moment[] = [
  { name: 'before the acknowledgement', arrive: () => Promise.resolve() },
  { name: 'after the acknowledgement', arrive: (_standIn, acknowledged) => acknowledged },
  { name: 'after the check is created', slow: 'git/get-tree', arrive: seen('checks/create') },
  { name: 'during the analysis', slow: 'issues/list-comments', arrive: seen('git/get-tree') },
  { name: 'during the comments', slow: 'checks/update', arrive: seen('issues/create-comment') },
];

describe('a process that is killed', () => {
  it.concurrent.each(MOMENTS)(
    '$name concludes after its restart, and posts nothing twice',
    async ({ name, slow, arrive }) => {
      const standIn = await GitHubStandIn.start();
      const shop = standIn.createRepository({ owner: 'acme', name: 'shop', files: { 'main.tf': SAFE_QUEUE } });
      standIn.install({ account: 'acme' });
      const data = name.replaceAll(' ', '-');
      const first = await startApp(standIn, data);
      const head = shop.commit({ branch: 'open-ssh', files: { 'main.tf': OPEN_SSH } });
      shop.openPullRequest({ head: 'open-ssh' });
      if (slow !== undefined) standIn.fail({ kind: 'slow', match: { operation: slow }, delay: 3000, times: 1 });
      const acknowledged = standIn.send(first.url, standIn.takeRaised());
      await arrive(standIn, acknowledged);
      expect(shop.checkRuns(head).filter(({ status }) => status === 'completed')).toEqual([]);
      await first.kill();
      await acknowledged;
      standIn.clearFaults();
      const second = await startApp(standIn, data);
      const isConcluded = () => shop.checkRuns(head).length > 0 && shop.checkRuns(head).at(-1)?.status === 'completed';
      await waitFor(() => Promise.resolve(isConcluded()), TIMEOUT);
      expect(shop.checkRuns(head)).toMatchObject([{ conclusion: 'failure', status: 'completed' }]);
      const annotations = shop.checkRuns(head)[0]?.annotations.map((each) => JSON.stringify(each)) ?? [];
      expect(annotations.length).toBeGreaterThan(0);
      expect(new Set(annotations).size).toBe(annotations.length);
      expect(shop.state.comments).toHaveLength(1);
      expect(standIn.violations()).toEqual([]);
      await second.kill();
      await standIn.stop();
    },
    TIMEOUT * 2,
  );
});
