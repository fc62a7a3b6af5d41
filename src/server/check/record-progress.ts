/**
 * Notes about one job in the store: which check the commit has, what was decided about its pull requests, and the
 * reports. Written under the commit's lease; nothing in them decides anything later.
 */
import { createHash } from 'node:crypto';
import type { JudgedChange } from '../../reporters/check-run/combine-check-runs.ts';
import { reportJson } from '../../reporters/json/report-json.ts';
import type { CommitCheck } from '../../store/commit-checks.ts';
import type { Lease } from '../../store/leases.ts';
import type { Store } from '../../store/store.ts';
import type { CheckJob } from '../jobs/check-job.ts';
import type { CheckProgress } from './check-dependencies.ts';
import { LeaseLost } from './lease-lost.ts';

export interface ProgressOptions {
  readonly store: Pick<Store, 'checks' | 'pullRequests' | 'reports'>;
  readonly job: CheckJob;
  readonly lease: Lease;
  /** Whether the lease was renewed in time so far. */
  readonly isHeld: () => boolean;
  readonly now: () => Date;
}

export function recordProgress(options: ProgressOptions): CheckProgress {
  const { store, job, lease, isHeld } = options;
  const { installationId, repositoryId, headSha } = job;
  const write = async (check: Partial<CommitCheck> & Pick<CommitCheck, 'status' | 'jobState' | 'externalId'>) => {
    const written = await store.checks.put({ installationId, repositoryId, headSha, fence: lease.token, ...check });
    if (!written) throw new LeaseLost(headSha);
  };
  return {
    assertHeld: () => {
      if (isHeld()) return Promise.resolve();
      return Promise.reject(new LeaseLost(headSha));
    },
    mayOthersWrite: async () =>
      job.left !== undefined && (await store.checks.get(repositoryId, job.left))?.status === 'in_progress',
    started: ({ externalId }, { id }) =>
      write({ checkRunId: id, status: 'in_progress', externalId, jobState: 'running' }),
    concluded: async ({ externalId }, { id, conclusion }, judged) => {
      for (const each of judged) await keepReport(each, options);
      const worst = judged.length === 0 ? knownConclusion(conclusion) : worstOf(judged);
      const status = worst === undefined ? 'in_progress' : 'completed';
      await write({ checkRunId: id, status, conclusion: worst, externalId, jobState: 'done' });
    },
    failed: ({ externalId }) => write({ status: 'completed', conclusion: 'failure', externalId, jobState: 'dead' }),
    abandoned: () =>
      write({ status: 'completed', conclusion: 'failure', externalId: 'threatdiff:abandoned', jobState: 'done' }),
  };
}

async function keepReport({ pullRequest, base, report }: JudgedChange, options: ProgressOptions): Promise<void> {
  if (pullRequest === undefined) return;
  const { store, job, now } = options;
  const { installationId, repositoryId, headSha } = job;
  const json = reportJson(report);
  const digest = createHash('sha256').update(json).digest('hex');
  await store.reports.put({ repositoryId, pullRequest, headSha, digest, reportJson: json, engine: report.engine });
  const state = { repositoryId, number: pullRequest, installationId, headSha, baseRef: base, state: 'open' } as const;
  await store.pullRequests.put({ ...state, baseSha: report.before[0] ?? '', readAt: now() });
  const { conclusion } = report.verdict;
  if (conclusion === 'in_progress') return;
  await store.pullRequests.recordVerdict(repositoryId, pullRequest, { conclusion, headSha, reportDigest: digest });
}

/** Undefined while one of them waits for something outside. */
function worstOf(judged: readonly JudgedChange[]): CommitCheck['conclusion'] {
  const conclusions = judged.map(({ report }) => report.verdict.conclusion);
  if (conclusions.includes('failure')) return 'failure';
  if (conclusions.includes('in_progress')) return undefined;
  return conclusions.includes('neutral') ? 'neutral' : 'success';
}

function knownConclusion(conclusion: string | undefined): CommitCheck['conclusion'] {
  return conclusion === 'success' || conclusion === 'neutral' ? conclusion : 'failure';
}
