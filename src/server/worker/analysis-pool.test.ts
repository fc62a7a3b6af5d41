/** What a server hears of worker threads that judge, die, take too long or cannot read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRulePack } from '../../../test/app/start-app.ts';
import { UserError } from '../../config/user-error.ts';
import { MemorySnapshot } from '../../source/memory-snapshot.ts';
import type { ChangeSource, Snapshot } from '../../source/snapshot.ts';
import { AnalysisFailed } from './analysis-failed.ts';
import { AnalysisPool, type PoolOptions } from './analysis-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'threatdiff-worker-'));
const real = new URL('analysis-worker.ts', import.meta.url);
const pools: AnalysisPool[] = [];
let rulePackFile: string;

beforeAll(() => {
  rulePackFile = writeRulePack(folder);
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  rmSync(folder, { recursive: true, force: true });
});

function open(options: Partial<PoolOptions> = {}): AnalysisPool {
  const limits = { threads: 1, deadlineMilliseconds: 60_000, heapMebibytes: 512 };
  const pool = new AnalysisPool({ workerFile: real, rulePackFile, engine: 'threatdiff test', ...limits, ...options });
  pools.push(pool);
  return pool;
}

/** A worker that does this and nothing else. */
function scripted(name: string, code: string): URL {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${code}\n`);
  return pathToFileURL(file);
}

const QUEUE = 'resource "aws_sqs_queue" "q" {\n  sqs_managed_sse_enabled = true\n}\n';

function change(after: Snapshot, before: Snapshot = new MemorySnapshot({ 'main.tf': QUEUE }, 'base')): ChangeSource {
  const description = { before: 'base', after: 'head' };
  return { before: [before], after, description, close: () => Promise.resolve() };
}

const head = new MemorySnapshot({ 'main.tf': QUEUE.replace('true', 'false') }, 'head');
const settings = { policy: {}, asOf: '2026-11-21', urgent: true };

describe('the pool of worker threads', () => {
  it('gives the report of a change, one after the other in the same thread', async () => {
    const pool = open();
    const [one, two] = await Promise.all([pool.analyse(change(head), settings), pool.analyse(change(head), settings)]);
    expect(one.changes.map(({ after }) => after?.ruleId)).toContain('aws-sqs-queue-not-encrypted');
    expect(two).toEqual(one);
  });

  it('shows a worker no environment', async () => {
    const code = `parentPort.on('message', () =>
      parentPort.postMessage({ type: 'failed', message: JSON.stringify(process.env), expected: true }));`;
    const pool = open({ workerFile: scripted('environment', code) });
    await expect(pool.analyse(change(head), settings)).rejects.toThrow(/^\{\}$/);
  });

  it('gives a worker only what its trees list', async () => {
    const code = `parentPort.on('message', (message) => {
      if (message.type === 'analyse') parentPort.postMessage({ type: 'ask', call: 0, tree: 1, paths: ['main.tf', '/etc/passwd', 'other.tf'] });
      else parentPort.postMessage({ type: 'failed', message: [...message.answer.contents.keys()].join(), expected: true });
    });`;
    const pool = open({ workerFile: scripted('curious', code) });
    const [entry] = await head.entries();
    await expect(pool.analyse(change(head), settings)).rejects.toThrow(new RegExp(`^${entry?.blob ?? ''}$`));
  });

  it('ends one that takes too long, says so, and goes on with another', async () => {
    const file = scripted('endless', `parentPort.on('message', () => { for (;;); });`);
    const pool = open({ workerFile: file, deadlineMilliseconds: 1000 });
    for (const _ of [1, 2])
      await expect(pool.analyse(change(head), settings)).rejects.toThrow('took longer than 1 seconds and was ended');
  });

  it('says when one needs too much memory', async () => {
    const code = `parentPort.on('message', () => { const all = []; for (;;) all.push(Array.from({ length: 1000 }, () => ({}))); });`;
    const pool = open({ workerFile: scripted('greedy', code), heapMebibytes: 64 });
    await expect(pool.analyse(change(head), settings)).rejects.toThrow('needs more than 64 MiB of memory');
  });

  it('says when one dies, and keeps what only we should read for the log', async () => {
    const pool = open({ workerFile: scripted('dead', `parentPort.on('message', () => process.exit(7));`) });
    await expect(pool.analyse(change(head), settings)).rejects.toThrow('The analysis ended unexpectedly (code 7).');
    const crash = open({
      workerFile: scripted('crash', `parentPort.on('message', () => { throw new Error('inside'); });`),
    });
    const error = await crash.analyse(change(head), settings).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AnalysisFailed);
    expect(String(error)).not.toContain('inside');
    expect((error as AnalysisFailed).detail).toContain('inside');
  });

  it('hands on the error of a source that cannot be read, and judges the next change', async () => {
    const pool = open();
    const broken: Snapshot = {
      id: 'broken',
      entries: () => Promise.reject(new UserError('Could not list the tree')),
      read: () => Promise.resolve(new Map()),
      problems: () => [],
    };
    await expect(pool.analyse(change(broken), settings)).rejects.toThrow(UserError);
    expect((await pool.analyse(change(head), settings)).after).toBe('head');
  });

  /** Ends an order a moment after it came, and says which it was. */
  const TAKES_TIME = `parentPort.on('message', ({ order }) => setTimeout(() =>
    parentPort.postMessage({ type: 'failed', message: order.after, expected: true }), 150));`;

  async function orderOf(threads: number, wanted: readonly (readonly [string, boolean])[]): Promise<readonly string[]> {
    const pool = open({ threads, workerFile: scripted('takes-time', TAKES_TIME) });
    const ended: string[] = [];
    const runs = wanted.map(([id, urgent]) =>
      pool.analyse(change(new MemorySnapshot({}, id)), { ...settings, urgent }).catch(() => ended.push(id)),
    );
    await Promise.all(runs);
    return ended;
  }

  it('begins with what somebody waits for, each kind in its turn', async () => {
    const wanted = [
      ['backfill 1', false],
      ['backfill 2', false],
      ['pull 1', true],
      ['pull 2', true],
    ] as const;
    expect(await orderOf(1, wanted)).toEqual(['backfill 1', 'pull 1', 'pull 2', 'backfill 2']);
  });

  it('leaves a thread to what somebody waits for where there are several', async () => {
    const wanted = [
      ['backfill 1', false],
      ['backfill 2', false],
      ['pull 1', true],
    ] as const;
    const [first, second, last] = await orderOf(2, wanted);
    expect([new Set([first, second]), last]).toEqual([new Set(['backfill 1', 'pull 1']), 'backfill 2']);
  });

  it('stops when the job is aborted', async () => {
    const pool = open({ workerFile: scripted('waiting', `parentPort.on('message', () => undefined);`) });
    const abort = new AbortController();
    const running = pool.analyse(change(head), settings, abort.signal);
    abort.abort(new Error('stopping'));
    await expect(running).rejects.toThrow('stopping');
  });
});
