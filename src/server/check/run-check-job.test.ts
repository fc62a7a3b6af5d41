/** The check job against a GitHub that changes, fails and races: what is concluded, what is tried again. */
import { describe, expect, it } from 'vitest';
import { exampleReport } from '../../../test/reports/example-report.ts';
import { GitHubError } from '../../github/github-error.ts';
import { MemorySnapshot } from '../../source/memory-snapshot.ts';
import type { CheckJob } from '../jobs/check-job.ts';
import { AnalysisFailed } from '../worker/analysis-failed.ts';
import type { CheckDependencies } from './check-dependencies.ts';
import type { CommitGateway, CommitPublication } from './commit-gateway.ts';
import { LeaseLost } from './lease-lost.ts';
import { runCheckJob } from './run-check-job.ts';
import type { Subject } from './subject.ts';

const HEAD = 'a'.repeat(40);
const job: CheckJob = {
  ...{ installationId: 1, repositoryId: 2, owner: 'acme', name: 'shop', headSha: HEAD },
  ...{ again: '', urgency: 'pull-request' },
};

/** A GitHub of one commit, in memory. */
class FakeGitHub {
  readonly done: string[] = [];
  readonly concluded = new Map<string, string>();
  subjects: Subject[] = [pull(7, 'main')];
  policyId = 'p1';
  analyses = 0;
  /** Happens while a change is judged. */
  during: () => void = () => undefined;

  readonly gateway: CommitGateway = {
    webUrl: 'https://github.example',
    readSubjects: () => Promise.resolve([...this.subjects]),
    read: () => {
      const file = { file: '.github/threatdiff.yml', id: this.policyId, text: 'version: 1\n' };
      const policy = { sources: { repository: { policy: file } }, commits: {}, notes: [] };
      return Promise.resolve({
        subjects: [...this.subjects],
        policy,
        checks: undefined,
        comments: new Map(),
        conversations: new Map(),
      });
    },
    openChange: ({ baseRef }) => Promise.resolve(changeFrom(`base of ${baseRef}`)),
    openHeads: () => undefined,
    startCheck: ({ externalId }) => {
      this.done.push('start');
      const conclusion = this.concluded.get(externalId);
      return Promise.resolve({ id: 1, url: undefined, annotations: 0, conclusion, unfinished: [], foreign: [] });
    },
    publish: (check, publication) => this.#publish(check.externalId, publication),
    failCheck: ({ externalId }, reason) => {
      this.done.push(`fail: ${reason}`);
      this.concluded.set(externalId, 'failure');
      return Promise.resolve();
    },
    closeAbandoned: () => Promise.resolve(void this.done.push('close')),
    uploadAlerts: () => Promise.resolve(undefined),
    listPullRequests: () => Promise.resolve([]),
    listMergeGroups: () => Promise.resolve([]),
  };

  async #publish(externalId: string, { check, comments, stillHolds }: CommitPublication) {
    this.done.push(`comment ${comments.map(({ pullRequest }) => `#${pullRequest}`).join(' ')}`);
    if ((await stillHolds()) === undefined) return { comments: [], check: undefined };
    this.done.push(`conclude ${check.conclusion}`);
    this.concluded.set(externalId, check.conclusion ?? '');
    return { comments: [], check: { id: 1, url: undefined, outcome: 'concluded' as const, undelivered: 0 } };
  }

  dependencies(more: Partial<CheckDependencies> = {}): CheckDependencies {
    const nothing = () => Promise.resolve();
    return {
      gateway: this.gateway,
      analyse: () => {
        this.analyses += 1;
        this.during();
        return Promise.resolve(exampleReport);
      },
      identity: { engine: 'threatdiff test', rulePack: 'r', asOf: '2026-11-21' },
      rule: () => undefined,
      facts: () => undefined,
      progress: {
        ...{ assertHeld: nothing, started: nothing, concluded: nothing, failed: nothing, abandoned: nothing },
        mayOthersWrite: () => Promise.resolve(false),
      },
      log: () => undefined,
      signal: new AbortController().signal,
      ...more,
    };
  }
}

function pull(number: number, baseRef: string): Subject {
  const base = { kind: 'pull-request', sha: 'b'.repeat(40), ref: baseRef } as const;
  return { pullRequest: number, baseRef, base, headSha: HEAD, headRepository: undefined };
}

function changeFrom(id: string) {
  const [before, after] = [new MemorySnapshot({}, id), new MemorySnapshot({}, HEAD)];
  const description = { before: '', after: '' };
  return { before: [before], after, description, close: () => Promise.resolve() };
}

const refusal = (kind: 'unavailable' | 'forbidden') =>
  new GitHubError({ kind, action: 'read the policy of acme/shop', reason: 'it says no' });

describe('the check job', () => {
  it.each([true, false])('believes threads read before judging only where no other job writes: %s', async (others) => {
    const github = new FakeGitHub();
    const conversation = { open: true, locked: false, headSha: HEAD, threads: [] };
    const { gateway, progress } = github.dependencies();
    let known: unknown;
    const read: CommitGateway['read'] = async (headSha) => ({
      ...(await gateway.read(headSha)),
      conversations: new Map(github.subjects.map(({ pullRequest = 0 }) => [pullRequest, conversation])),
    });
    const publish: CommitGateway['publish'] = (check, publication) => {
      known = publication.comments[0]?.conversation;
      return gateway.publish(check, publication);
    };
    const mayOthersWrite = () => Promise.resolve(others);
    await runCheckJob(
      job,
      github.dependencies({ gateway: { ...gateway, read, publish }, progress: { ...progress, mayOthersWrite } }),
    );
    expect(known).toEqual(others ? undefined : conversation);
  });

  it('starts the check before it judges, comments before it concludes, and does nothing twice', async () => {
    const github = new FakeGitHub();
    github.during = () => github.done.push('judge');
    expect(await runCheckJob(job, github.dependencies())).toBe('concluded');
    expect(github.done).toEqual(['start', 'judge', 'comment #7', `conclude ${exampleReport.verdict.conclusion}`]);
    expect(await runCheckJob(job, github.dependencies())).toBe('unchanged');
    expect(github.analyses).toBe(1);
    expect(await runCheckJob({ ...job, again: 'run:1' }, github.dependencies())).toBe('concluded');
    expect(github.analyses).toBe(2);
  });

  it('judges again where policy changed meanwhile, and concludes by the new one only', async () => {
    const github = new FakeGitHub();
    github.during = () => {
      github.policyId = 'p2';
    };
    expect(await runCheckJob(job, github.dependencies())).toBe('concluded');
    expect(github.analyses).toBe(2);
    expect(github.concluded.size).toBe(1);
  });

  it('leaves a commit that lost its pull request meanwhile without a verdict', async () => {
    const github = new FakeGitHub();
    github.during = () => {
      github.subjects = [];
    };
    expect(await runCheckJob(job, github.dependencies())).toBe('abandoned');
    expect(github.done).toEqual(['start', 'comment #7', 'close']);
  });

  it('does not go on for ever with what changes faster than it judges', async () => {
    const github = new FakeGitHub();
    github.during = () => {
      github.policyId = `p${github.analyses + 1}`;
    };
    expect(await runCheckJob(job, github.dependencies())).toBe('no-verdict');
    expect(github.analyses).toBe(3);
    expect(github.done.at(-1)).toMatch(/^fail: /);
  });

  it('judges two bases on their own and the same base once', async () => {
    const github = new FakeGitHub();
    github.subjects = [pull(7, 'main'), pull(8, 'release'), pull(9, 'main')];
    expect(await runCheckJob(job, github.dependencies())).toBe('concluded');
    expect(github.analyses).toBe(2);
    expect(github.done).toContain('comment #7 #8 #9');
  });

  it('concludes a dead worker with its reason, and says nothing of an unexpected error', async () => {
    const dead = new FakeGitHub();
    const analyse = () => Promise.reject(new AnalysisFailed('The analysis needs more than 64 MiB of memory.'));
    expect(await runCheckJob(job, dead.dependencies({ analyse }))).toBe('no-verdict');
    expect(dead.done.at(-1)).toBe('fail: The analysis needs more than 64 MiB of memory.');
    const broken = new FakeGitHub();
    const crash = () => Promise.reject(new TypeError('/srv/secret is not a function'));
    expect(await runCheckJob(job, broken.dependencies({ analyse: crash }))).toBe('no-verdict');
    expect(broken.done.at(-1)).toMatch(/^fail: There was an error in threatdiff itself/);
    expect(broken.done.at(-1)).not.toContain('/srv/secret');
  });

  it('is tried again while GitHub does not answer, and concludes what will not get better', async () => {
    const github = new FakeGitHub();
    const failing = (kind: 'unavailable' | 'forbidden') =>
      github.dependencies({ gateway: { ...github.gateway, read: () => Promise.reject(refusal(kind)) } });
    await expect(runCheckJob(job, failing('unavailable'))).rejects.toThrow(GitHubError);
    expect(github.done).toEqual([]);
    expect(await runCheckJob(job, failing('forbidden'))).toBe('no-verdict');
    expect(github.done).toEqual(['fail: Could not read the policy of acme/shop: it says no.']);
  });

  it('writes no conclusion once another process has the commit', async () => {
    const github = new FakeGitHub();
    const { progress } = github.dependencies();
    const lost = { ...progress, assertHeld: () => Promise.reject(new LeaseLost(HEAD)) };
    await expect(runCheckJob(job, github.dependencies({ progress: lost }))).rejects.toThrow(LeaseLost);
    expect(github.concluded.size).toBe(0);
  });
});
