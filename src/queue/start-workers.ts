/**
 * Workers that take one job at a time, so that a slow job holds up no other. A worker that found a job looks for the
 * next at once: pg-boss's `burstWhenBatchFull` does that for batches only, and without it a worker sleeps after every
 * job; so it is woken from within the job.
 */
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { JobData, WorkOptions } from './queue.ts';

export interface WorkerSettings extends WorkOptions {
  readonly pollSeconds: number;
  readonly run: (job: JobWithMetadata) => Promise<void>;
}

/** @param name of the queue they take from. */
export async function startWorkers(boss: PgBoss, name: string, settings: WorkerSettings): Promise<void> {
  const options = {
    // A notification starts a job within milliseconds; polling finds delayed jobs, retries and lost notifications.
    pollingIntervalSeconds: settings.pollSeconds,
    notifyPollingIntervalSeconds: settings.pollSeconds,
    includeMetadata: true,
    // Jobs are grouped by key.
    groupConcurrency: 1,
    ...(settings.minPriority !== undefined && { minPriority: settings.minPriority }),
  } as const;
  for (let index = 0; index < settings.concurrency; index += 1) {
    const worker: { id?: string } = {};
    worker.id = await boss.work<JobData>(name, options, async (jobs) => {
      if (worker.id !== undefined) boss.notifyWorker(worker.id);
      for (const job of jobs) await settings.run(job as JobWithMetadata);
    });
  }
}
