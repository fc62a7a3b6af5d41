/**
 * Keeps a job, or gives its data to the one of the same key that waits already. Without a transaction: the unique index
 * of pg-boss and its check that an edited job still waits make a lost race visible, and the loser looks again.
 */
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { levelsDown } from './levels-down.ts';
import type { Enqueued, JobRequest, QueueDefinition } from './queue.ts';

/** Each round is lost only to somebody who made progress with the same key. */
const ROUNDS = 20;

/** @throws Error when others kept changing the same key, which takes a misbehaving caller. */
export async function enqueueJob(boss: PgBoss, definition: QueueDefinition, wanted: JobRequest): Promise<Enqueued> {
  const job = { ...wanted, priority: wanted.priority - (await levelsDown(boss, wanted)) };
  for (let round = 0; round < ROUNDS; round += 1) {
    const waiting = newest(await boss.findJobs(job.name, { key: job.key, queued: true }));
    const done = waiting === undefined ? await sendNew(boss, job) : await supersede(boss, definition, { waiting, job });
    if (done !== undefined) return done;
  }
  throw new Error(`enqueue ${job.name}: too many changes to ${job.key} at once`);
}

async function sendNew(boss: PgBoss, job: JobRequest): Promise<Enqueued | undefined> {
  const id = await boss.send(job.name, job.data, {
    singletonKey: job.key,
    group: { id: job.key, ...(job.origin !== undefined && { tier: job.origin }) },
    priority: job.priority,
    ...(job.startAfter !== undefined && { startAfter: job.startAfter }),
  });
  return id === null ? undefined : { id, superseded: false };
}

interface Supersession {
  readonly waiting: JobWithMetadata;
  readonly job: JobRequest;
}

/** Only ever raises priority and brings the start forward, so that backfill never holds a pull request back. */
async function supersede(
  boss: PgBoss,
  definition: QueueDefinition,
  { waiting, job }: Supersession,
): Promise<Enqueued | undefined> {
  const isEarlier = job.startAfter === undefined || job.startAfter < waiting.startAfter;
  const { updated } = await boss.update(job.name, job.data, {
    id: waiting.id,
    // New data, new attempts; one that waits for a retry has not counted its last run yet.
    retryLimit: definition.retries + (waiting.state === 'retry' ? waiting.retryCount + 1 : 0),
    ...(job.priority > waiting.priority && { priority: job.priority }),
    ...(isEarlier && { startAfter: job.startAfter ?? 0 }),
  });
  return updated === 0 ? undefined : { id: waiting.id, superseded: true };
}

/** The one with the newest data: a waiting job takes what is enqueued, else what is enqueued is created later. */
function newest(jobs: readonly JobWithMetadata[]): JobWithMetadata | undefined {
  let found = jobs[0];
  for (const job of jobs) if (found === undefined || job.createdOn > found.createdOn) found = job;
  return found;
}
