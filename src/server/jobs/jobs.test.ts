/** What waits for what: looks at repositories, the sweep, the lease of a commit, and jobs that failed for good. */
import { beforeEach, describe, expect, it } from 'vitest';
import { GitHubError } from '../../github/github-error.ts';
import { QuotaReserved } from '../../github/quota-reserved.ts';
import type { JobRequest } from '../../queue/queue.ts';
import type { CommitCheck } from '../../store/commit-checks.ts';
import type { KnownPullRequest } from '../../store/pull-requests.ts';
import type { CommitGateway } from '../check/commit-gateway.ts';
import { concludeDeadCheck } from './conclude-dead-check.ts';
import { enqueueWork } from './enqueue-work.ts';
import { handleCheck } from './handle-check.ts';
import { lookAtInstallation } from './look-at-installation.ts';
import { lookAtRepository } from './look-at-repository.ts';
import { sweep } from './sweep.ts';
import type { RepositoryHeads, WorkContext } from './work-context.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];
const shop = { installationId: 1, repositoryId: 2, owner: 'acme', name: 'shop' };
const checkJob = { ...shop, headSha: A, again: '', urgency: 'pull-request' } as const;

let queued: JobRequest[];
let failed: string[];
let checks: Map<string, Partial<CommitCheck>>;
let pulls: Map<number, Partial<KnownPullRequest>>;
let isFree: boolean;
let openHeads: readonly RepositoryHeads[];
let readSubjects: CommitGateway['readSubjects'];

beforeEach(() => {
  queued = [];
  failed = [];
  checks = new Map();
  pulls = new Map();
  isFree = true;
  openHeads = [];
  readSubjects = () => Promise.resolve([]);
});

/** Only what these jobs use; anything else would show as a type error at run time. */
function context(): WorkContext {
  const gateway = {
    listPullRequests: () =>
      Promise.resolve([
        { number: 7, headSha: A, baseRef: 'main' },
        { number: 8, headSha: A, baseRef: 'release' },
        { number: 9, headSha: B, baseRef: 'main' },
      ]),
    listMergeGroups: () => Promise.resolve([C]),
    readSubjects: (headSha: string) => readSubjects(headSha),
    openHeads: () => new Set([A]),
    closeAbandoned: () => Promise.resolve(),
    uploadAlerts: () => Promise.resolve(undefined),
    failCheck: ({ externalId }: { externalId: string }, reason: string) =>
      Promise.resolve(void failed.push(`${externalId}: ${reason}`)),
    read: async (headSha: string) => ({
      subjects: await readSubjects(headSha),
      policy: { sources: {}, commits: {}, notes: [] },
      comments: new Map(),
    }),
  };
  const lease = { name: 'l', holder: 'h', token: 1, until: new Date(NOW) };
  return {
    queue: { enqueue: (job: JobRequest) => Promise.resolve({ id: String(queued.push(job)), superseded: false }) },
    store: {
      checks: {
        get: (_repository: number, headSha: string) => Promise.resolve(checks.get(headSha)),
        put: () => Promise.resolve(true),
      },
      pullRequests: { get: (_repository: number, number: number) => Promise.resolve(pulls.get(number)) },
      leases: { acquire: () => Promise.resolve(isFree ? lease : undefined), release: () => Promise.resolve() },
      prune: () => Promise.resolve({ reports: 0 }),
    },
    github: {
      forCommits: () => gateway,
      listInstallations: () => Promise.resolve([1, 3]),
      listOpenHeads: () => openHeads,
    },
    ...{ engine: 'e', rulePack: 'r', log: () => undefined, now: () => NOW, leaseScope: '', holder: 'h' },
    ...{ leaseMilliseconds: 15_000, sweepMinutes: 15, onCheck: () => undefined },
    analyse: () => Promise.reject(new Error('nobody asks')),
    rule: () => undefined,
    facts: () => undefined,
  } as unknown as WorkContext;
}

const run = { signal: new AbortController().signal, data: checkJob, attempt: 1 };

describe('a look at a repository', () => {
  const commits = () => queued.map(({ data }) => data['headSha']);

  it('asks for every head commit once', async () => {
    await lookAtRepository({ ...shop, urgency: 'policy' }, context());
    expect(queued.map(({ key, priority, origin }) => [key, priority, origin])).toEqual([
      [`2:${C}`, 50, '2'],
      [`2:${A}`, 50, '2'],
      [`2:${B}`, 50, '2'],
    ]);
  });

  it('that can wait leaves out what was concluded today for the same branches', async () => {
    const verdict = { conclusion: 'success', headSha: A, reportDigest: 'd' } as const;
    checks.set(A, { status: 'completed', updatedAt: new Date(NOW - 1000) });
    pulls.set(7, { baseRef: 'main', verdict });
    pulls.set(8, { baseRef: 'release', verdict });
    await lookAtRepository({ ...shop, urgency: 'backfill' }, context());
    expect(commits()).toEqual([C, B]);
    for (const change of [
      () => checks.set(A, { status: 'in_progress', updatedAt: new Date(NOW - 1000) }),
      () => checks.set(A, { status: 'completed', updatedAt: new Date(NOW - 86_400_000) }),
      () => pulls.set(8, { baseRef: 'main', verdict }),
      () => pulls.set(8, { baseRef: 'release', verdict: { ...verdict, headSha: B } }),
      () => pulls.delete(8),
    ]) {
      checks.set(A, { status: 'completed', updatedAt: new Date(NOW - 1000) });
      pulls.set(8, { baseRef: 'release', verdict });
      change();
      queued = [];
      await lookAtRepository({ ...shop, urgency: 'backfill' }, context());
      expect(commits()).toContain(A);
    }
  });
});

describe('a look at an installation', () => {
  it('asks for every head commit, and for a look at what could not be listed with the others', async () => {
    const pullRequests = [{ number: 7, headSha: A, baseRef: 'main' }];
    openHeads = [
      { repository: shop, heads: { pullRequests, groups: [C] } },
      { repository: { ...shop, repositoryId: 4 }, heads: { pullRequests: [], groups: [] } },
      { repository: { ...shop, repositoryId: 5 }, heads: undefined },
    ];
    await lookAtInstallation({ installationId: 1, urgency: 'backfill' }, context());
    expect(queued.map(({ name, key, priority }) => [name, key, priority])).toEqual([
      ['check', `2:${C}`, 10],
      ['check', `2:${A}`, 10],
      ['repository', '5:backfill', 10],
    ]);
  });
});

describe('the sweep', () => {
  it('looks at every installation as work that can wait, and plans the next one', async () => {
    await sweep(context());
    expect(queued.map(({ name, key, priority, startAfter }) => [name, key, priority, startAfter?.getTime()])).toEqual([
      ['sweep', 'all', 10, NOW + 900_000],
      ['installation', '1:backfill', 10, undefined],
      ['installation', '3:backfill', 10, undefined],
    ]);
  });
});

describe('a check job', () => {
  it('waits for another process that has its commit', async () => {
    isFree = false;
    await handleCheck(run, context());
    expect(queued).toMatchObject([{ name: 'check', key: `2:${A}`, startAfter: new Date(NOW + 1000) }]);
  });

  it('waits for the quota, without using up its tries', async () => {
    const quota = { limit: 5000, remaining: 2000, resetsAt: NOW + 60_000 };
    readSubjects = () => Promise.reject(new QuotaReserved('core', quota));
    await handleCheck(run, context());
    expect(queued).toMatchObject([{ startAfter: new Date(NOW + 60_000) }]);
  });

  it('that waited for the quota for hours is concluded as a failure, and waits on where not even that is possible', async () => {
    const quota = { limit: 5000, remaining: 10, resetsAt: NOW + 60_000 };
    const base = { kind: 'merge-group', sha: B } as const;
    const subject = { pullRequest: undefined, baseRef: 'main', base, headSha: A, headRepository: undefined };
    const waiting = (hours: number) => ({ ...run, data: { ...checkJob, waitingSince: NOW - hours * 3_600_000 } });
    readSubjects = () => Promise.reject(new QuotaReserved('core', quota));
    await handleCheck(run, context());
    await handleCheck(waiting(2.9), context());
    await handleCheck(waiting(3), context());
    expect(queued.map(({ data }) => data['waitingSince'])).toEqual([NOW, NOW - 2.9 * 3_600_000, NOW - 3 * 3_600_000]);
    expect(failed).toEqual([]);
    readSubjects = () => Promise.resolve([subject]);
    queued = [];
    await handleCheck(waiting(3), context());
    expect(queued).toEqual([]);
    expect(failed).toEqual([
      expect.stringMatching(/^threatdiff:dead:waited-\d+: Every try to judge this change failed/),
    ]);
  });

  it('is tried again while GitHub is away', async () => {
    readSubjects = () => Promise.reject(new GitHubError({ kind: 'unavailable', action: 'read', reason: 'away' }));
    await expect(handleCheck(run, context())).rejects.toThrow('away');
    expect(queued).toEqual([]);
  });

  it('looks at the commit a push left, but where nothing is to be done about it', async () => {
    const left = { ...run, data: { ...run.data, left: B } };
    await handleCheck(left, context());
    expect(queued).toMatchObject([{ name: 'check', key: `2:${B}`, data: { headSha: B } }]);
    queued = [];
    checks.set(B, { status: 'completed' });
    await handleCheck(left, context());
    expect(queued).toEqual([]);
    await handleCheck({ ...run, data: { ...run.data, left: A } }, context());
    expect(queued).toMatchObject([{ key: `2:${A}` }]);
  });

  it('with data that is none is refused', async () => {
    await expect(handleCheck({ ...run, data: { headSha: '../..' } }, context())).rejects.toThrow();
  });

  it('that failed for good concludes the check it started', async () => {
    checks.set(A, { status: 'in_progress', externalId: 'threatdiff:work' });
    const base = { kind: 'merge-group', sha: B } as const;
    const subject = { pullRequest: undefined, baseRef: 'main', base, headSha: A, headRepository: undefined };
    readSubjects = () => Promise.resolve([subject]);
    await concludeDeadCheck({ id: 'j', data: checkJob, reason: 'away' }, context());
    expect(failed).toEqual([expect.stringMatching(/^threatdiff:work: Every try to judge this change failed/)]);
  });
});

it('what somebody asked for is not undone by an ordinary event', async () => {
  const { queue } = context();
  await enqueueWork(queue, { kind: 'check', job: { ...checkJob, again: 'run:3' } });
  await enqueueWork(queue, { kind: 'check', job: checkJob });
  expect(new Set(queued.map(({ key }) => key)).size).toBe(2);
});
