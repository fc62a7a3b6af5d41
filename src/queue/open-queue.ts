/**
 * Opens the queue on the store's database: the embedded one or the server. It starts no worker by itself, and what it
 * counts in memory is for metrics only.
 */
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { retryTransient } from '../store/retry-transient.ts';
import type { StoreConnection } from '../store/store.ts';
import { countJobs } from './count-jobs.ts';
import { createBoss } from './create-boss.ts';
import { createQueues } from './create-queues.ts';
import { deadQueueName } from './dead-queue-name.ts';
import { enqueueJob } from './enqueue-job.ts';
import type { DeadJob, JobData, Queue, QueueCounts, QueueDefinition } from './queue.ts';
import { releaseOrphans } from './release-orphans.ts';
import { type JobRun, runJob } from './run-job.ts';
import { startWorkers } from './start-workers.ts';

export interface QueueOptions {
  readonly connection: StoreConnection;
  readonly queues: readonly QueueDefinition[];
  readonly now: () => Date;
  /** How late a delayed job or a retry may start, seconds, at least 0.5; every idle worker asks that often. */
  readonly pollSeconds?: number;
  /** Trouble outside of any job, such as a database that does not answer for a while: for the log. */
  readonly onError: (error: Error) => void;
}

const POLL_SECONDS = 2;

interface HereCounts {
  completedHere: number;
  failedRunsHere: number;
}

/**
 * Starts the queue and its maintenance.
 *
 * @throws Error when the database does not answer.
 */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const boss = createBoss(options.connection);
  let stopping = false;
  boss.on('error', (error) => {
    // A handler that outlives the stop finds the connection closed; its job was given back and runs again. What
    // workers report is no Error, only shaped like one.
    if (!stopping)
      options.onError(error instanceof Error ? error : new Error((error as Error).message, { cause: error }));
  });
  try {
    await prepare(boss, options);
  } catch (error) {
    stopping = true;
    await boss.stop({ graceful: false });
    throw error;
  }
  return assemble(boss, options, async (graceMs) => {
    stopping = true;
    await boss.stop({ graceful: true, timeout: graceMs });
  });
}

async function prepare(boss: PgBoss, { connection, queues }: QueueOptions): Promise<void> {
  await retryTransient('start the queue', () => boss.start());
  await retryTransient('create the queues', () => createQueues(boss, queues));
  const names = queues.flatMap((queue) => [queue.name, deadQueueName(queue.name)]);
  if (connection.kind === 'embedded') await releaseOrphans(boss, names);
}

function assemble(boss: PgBoss, options: QueueOptions, stop: Queue['stop']): Queue {
  const { queues, now, pollSeconds = POLL_SECONDS } = options;
  const here = new Map(queues.map(({ name }): [string, HereCounts] => [name, { completedHere: 0, failedRunsHere: 0 }]));
  const definitionOf = (name: string) => {
    const found = queues.find((queue) => queue.name === name);
    if (found === undefined) throw new Error(`there is no queue ${name}`);
    return found;
  };
  const countsOf = (name: string) => here.get(definitionOf(name).name) ?? { completedHere: 0, failedRunsHere: 0 };
  return {
    enqueue: (job) => retryTransient('enqueue a job', async () => enqueueJob(boss, definitionOf(job.name), job)),
    work: async (name, work, handler) => {
      const counts = countsOf(name);
      const run = (job: JobWithMetadata) => runCounted(boss, { job, now, handler }, counts);
      await startWorkers(boss, name, { ...work, pollSeconds, run });
    },
    workDead: async (name, handler) => {
      const dead = deadQueueName(definitionOf(name).name);
      const run = (job: JobWithMetadata) => handler(toDeadJob(name, job));
      await startWorkers(boss, dead, { concurrency: 1, pollSeconds, run });
    },
    counts: async () => {
      const names = queues.map((queue) => queue.name);
      const counted = await retryTransient('count jobs', () => countJobs(boss, names));
      return new Map(
        [...counted].map(([name, counts]): [string, QueueCounts] => [name, { ...counts, ...countsOf(name) }]),
      );
    },
    stop,
  };
}

async function runCounted(boss: PgBoss, run: JobRun, counts: HereCounts): Promise<void> {
  try {
    await runJob(boss, run);
    counts.completedHere += 1;
  } catch (error) {
    counts.failedRunsHere += 1;
    throw error;
  }
}

function toDeadJob(name: string, job: JobWithMetadata): DeadJob {
  const output = job.output as { readonly message?: unknown } | null;
  return {
    id: job.sourceId ?? job.id,
    name,
    key: job.singletonKey ?? '',
    data: job.data as JobData,
    reason: typeof output?.message === 'string' ? output.message : 'the job failed',
  };
}
