/** Starts the workers of this process: which job is whose. What can wait never occupies all of them. */
import { GitHubError } from '../../github/github-error.ts';
import { QuotaReserved } from '../../github/quota-reserved.ts';
import { MOST_LEVELS_DOWN } from '../../queue/levels-down.ts';
import type { Queue, RunningJob } from '../../queue/queue.ts';
import { concludeDeadCheck } from './conclude-dead-check.ts';
import { handleCheck } from './handle-check.ts';
import { lookAtInstallation } from './look-at-installation.ts';
import { lookAtRepository } from './look-at-repository.ts';
import { PRIORITIES, type QueueName } from './queues.ts';
import { sweep } from './sweep.ts';
import type { WorkContext } from './work-context.ts';

export interface WorkerCounts {
  /** For checks somebody waits for. More than there are threads, so that checks appear while others are judged. */
  readonly pullRequests: number;
  /** For every check, those that can wait included. */
  readonly any: number;
}

export async function startWorkers(queue: Queue, context: WorkContext, counts: WorkerCounts): Promise<void> {
  const check = (job: RunningJob) => logged(job, context, () => handleCheck(job, context));
  const minPriority = PRIORITIES['pull-request'] - MOST_LEVELS_DOWN;
  await queue.work('check', { concurrency: counts.pullRequests, minPriority }, check);
  await queue.work('check', { concurrency: counts.any }, check);
  await queue.workDead('check', (job) => concludeDeadCheck(job, context));
  const listing = (name: QueueName, look: (data: unknown) => Promise<void>) =>
    queue.work(name, { concurrency: 1 }, (job) => logged(job, context, () => unlessGone(job, look, context)));
  await listing('repository', (data) => lookAtRepository(data, context));
  await listing('installation', (data) => lookAtInstallation(data, context));
  await listing('sweep', () => sweep(context));
  // What fails for good is found again by the next sweep; the log has said why.
  for (const name of ['repository', 'installation', 'sweep'] as const)
    await queue.workDead(name, (job) =>
      Promise.resolve(context.log('error', 'job-dead', { name, reason: job.reason })),
    );
}

/** Says what failed; the queue tries it again. */
async function logged({ name, attempt }: RunningJob, { log }: WorkContext, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log('warn', 'job-failed', { name, attempt, error: error instanceof Error ? error.message : 'unknown' });
    throw error;
  }
}

/** Waits for the quota; an installation or a repository that is gone has nothing to look at. */
async function unlessGone(
  { name, key, data }: RunningJob,
  look: (data: unknown) => Promise<void>,
  { queue, log }: WorkContext,
): Promise<void> {
  try {
    await look(data);
  } catch (error) {
    if (error instanceof QuotaReserved) {
      const startAfter = new Date(error.retryAt);
      await queue.enqueue({ name, key, data, priority: PRIORITIES.backfill, startAfter });
      return;
    }
    const isGone = error instanceof GitHubError && (error.kind === 'not-found' || error.kind === 'forbidden');
    if (!isGone) throw error;
    log('warn', 'job-gone', { name, error: error.message });
  }
}
