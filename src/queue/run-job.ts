/**
 * One run of one job, as a worker got it. What the handler throws fails the run; this adds nothing to it.
 */
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { JobData, RunningJob } from './queue.ts';

export interface JobRun {
  readonly job: JobWithMetadata;
  readonly now: () => Date;
  readonly handler: (job: RunningJob) => Promise<void>;
}

/**
 * Runs the handler. Where a newer job of the key is about to run anyway, an old one is not retried: neither started
 * again, nor, when it fails, given back.
 *
 * @param now tells a newer job that is due from one that starts later; what this one was asked for must not wait for it.
 * @throws what the handler throws.
 */
export async function runJob(boss: PgBoss, { job, now, handler }: JobRun): Promise<void> {
  const key = job.singletonKey ?? '';
  const newer = async () => {
    const waiting = await boss.findJobs(job.name, { key, queued: true });
    return waiting.filter((other) => other.id !== job.id && other.createdOn > job.createdOn);
  };
  const isTakenOver = async () => (await newer()).some((other) => other.startAfter <= now());
  if (job.retryCount > 0 && (await isTakenOver())) return;
  try {
    await handler({
      id: job.id,
      name: job.name,
      key,
      data: job.data as JobData,
      attempt: job.retryCount + 1,
      isLastAttempt: job.retryCount >= job.retryLimit,
      signal: job.signal,
      isSuperseded: async () => (await newer()).length > 0,
    });
  } catch (error) {
    if (!(await isTakenOver())) throw error;
  }
}
