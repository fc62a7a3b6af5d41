/**
 * The commit a push replaced gets a job of its own, but where that has nothing left to do: its check is concluded, and
 * what was read after the push says that it heads nothing any more. Only saves requests; who is not sure looks.
 */
import type { CheckJob } from './check-job.ts';
import { enqueueWork } from './enqueue-work.ts';
import type { WorkContext } from './work-context.ts';

/** `openHeads`: of everything open, read by this job; undefined where it was not. Throws while the database is away. */
export async function lookAtLeft(
  { left, ...job }: CheckJob,
  openHeads: ReadonlySet<string> | undefined,
  { queue, store }: Pick<WorkContext, 'queue' | 'store'>,
): Promise<void> {
  if (left === undefined) return;
  const known = await store.checks.get(job.repositoryId, left);
  if (known?.status === 'completed' && openHeads?.has(left) === false) return;
  await enqueueWork(queue, { kind: 'check', job: { ...job, headSha: left, again: '' } });
}
