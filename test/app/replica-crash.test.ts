/**
 * Three processes over one PostgreSQL, webhooks to each in turn. The one that works is killed at the worst moments; the
 * others, or the one that is started again, conclude the check, and nothing is posted twice.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { GitHubStandIn } from '../github/stand-in.ts';
import { findPostgres, type RunningPostgres, startPostgres, testedEngines } from '../postgres/start-postgres.ts';
import { AppProcesses, type RunningApp } from './app-processes.ts';
import { CRASH_MOMENTS, CRASH_TIMEOUT, type CrashMoment, requestsOf } from './crash-moments.ts';
import { expectConcludedOnce } from './expect-concluded-once.ts';
import { OPEN_SSH, SAFE_QUEUE } from './sources.ts';
import { waitFor } from './start-app.ts';

testedEngines();

let postgres: RunningPostgres;
let databaseUrl: string;
let standIn: GitHubStandIn;
let processes: AppProcesses;
let replicas: RunningApp[] = [];
let database: pg.Client;
let started = 0;
let turn = 0;

function startReplica(): Promise<RunningApp> {
  started += 1;
  return processes.start(standIn, `unused-${started}`, { DATABASE_URL: databaseUrl, HEARTBEAT_SECONDS: '10' });
}

/** The one whose turn it is. */
function nextReplica(): RunningApp {
  turn += 1;
  const replica = replicas[turn % replicas.length];
  if (replica === undefined) throw new Error('no replica is left');
  return replica;
}

async function workerOf(head: string): Promise<RunningApp | undefined> {
  const { rows } = await database.query<{ readonly holder: string }>(
    'select holder from threatdiff.leases where name like $1 and until > clock_timestamp()',
    [`check:%:${head}`],
  );
  return replicas.find(({ pid }) => rows.some(({ holder }) => holder.endsWith(`:${pid}`)));
}

interface Crash {
  readonly repository: RepositoryHandle;
  readonly head: string;
}

/** Kills the one that works on it, or the one that was told where nobody works on it yet. */
async function crash({ name, hangs, arrive }: CrashMoment): Promise<Crash> {
  const files = { 'main.tf': SAFE_QUEUE };
  const repository = standIn.createRepository({ owner: 'acme', name: name.replaceAll(' ', '-'), files });
  const head = repository.commit({ branch: 'open-ssh', files: { 'main.tf': OPEN_SSH } });
  repository.openPullRequest({ head: 'open-ssh' });
  if (hangs !== undefined) standIn.fail({ kind: 'hang', match: { operation: hangs, path: requestsOf(repository) } });
  const told = nextReplica();
  const acknowledged = standIn.send(told.url, standIn.takeRaised());
  await arrive({ standIn, repository }, acknowledged);
  let worker: RunningApp | undefined = hangs === undefined ? told : undefined;
  if (worker === undefined) {
    await waitFor(async () => {
      worker = await workerOf(head);
      return worker !== undefined;
    }, CRASH_TIMEOUT);
  }
  expect(repository.checkRuns(head).filter(({ status }) => status === 'completed')).toEqual([]);
  await worker?.kill();
  replicas = replicas.filter((each) => each !== worker);
  await acknowledged;
  standIn.clearFaults();
  return { repository, head };
}

async function secondsToConclude({ repository, head }: Crash): Promise<number> {
  const killedAt = performance.now();
  await waitFor(() => Promise.resolve(repository.checkRuns(head).at(-1)?.status === 'completed'), CRASH_TIMEOUT);
  return Math.round((performance.now() - killedAt) / 100) / 10;
}

describe.runIf(findPostgres() !== undefined)('three replicas', () => {
  beforeAll(async () => {
    [postgres, standIn, processes] = await Promise.all([
      startPostgres(),
      GitHubStandIn.start(),
      AppProcesses.prepare(),
    ]);
    databaseUrl = await postgres.createDatabase();
    database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    standIn.install({ account: 'acme', rateLimit: 100_000 });
    replicas = await Promise.all([1, 2, 3].map(startReplica));
  });
  afterAll(async () => {
    processes.end();
    await database.end();
    await standIn.stop();
    await postgres.stop();
  });

  it('conclude what the one that was killed had begun, and post nothing twice', { timeout: 240_000 }, async () => {
    const crashes: Crash[] = [];
    const restarts: Promise<unknown>[] = [];
    const recoveries: Promise<number>[] = [];
    for (const [index, moment] of CRASH_MOMENTS.entries()) {
      // Who was killed comes back while the next one is killed; after the last, the two others are on their own.
      if (replicas.length < 3) await restarts[index - 2];
      const crashed = await crash(moment);
      crashes.push(crashed);
      recoveries.push(secondsToConclude(crashed));
      if (index < CRASH_MOMENTS.length - 1) restarts.push(startReplica().then((replica) => replicas.push(replica)));
    }
    const seconds = await Promise.all(recoveries);
    const figures = CRASH_MOMENTS.map(({ name }, index) => `${name} ${seconds[index]} s`).join(', ');
    process.stdout.write(`three replicas, seconds from the kill to the conclusion: ${figures}\n`);
    for (const { repository, head } of crashes) expectConcludedOnce(repository, head);
    expect(standIn.violations()).toEqual([]);
  });
});
