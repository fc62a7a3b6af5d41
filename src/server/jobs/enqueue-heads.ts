/** A check job for each commit that heads something open, but for those a look that can wait need not repeat. */
import type { OpenHeads } from '../../github/read-open-heads.ts';
import type { CommitCheck } from '../../store/commit-checks.ts';
import type { RepositoryJob } from './check-job.ts';
import { enqueueWork } from './enqueue-work.ts';
import type { WorkContext } from './work-context.ts';

/** Throws where the database does not answer. */
export async function enqueueHeads(
  job: RepositoryJob,
  { pullRequests, groups }: OpenHeads,
  context: WorkContext,
): Promise<void> {
  const { urgency } = job;
  for (const headSha of new Set([...groups, ...pullRequests.map((pull) => pull.headSha)])) {
    if (urgency === 'backfill' && (await isDone(job, { headSha, pullRequests }, context))) continue;
    await enqueueWork(context.queue, { kind: 'check', job: { ...job, headSha, again: '' } });
  }
}

interface HeadCommit extends Pick<OpenHeads, 'pullRequests'> {
  readonly headSha: string;
}

/**
 * Whether a look today found everything that has this head concluded. Only saves requests: who is not sure looks, and a
 * day later everybody does, since waivers end and policy may have changed without our being told.
 */
async function isDone(
  { repositoryId }: RepositoryJob,
  head: HeadCommit,
  { store, now }: WorkContext,
): Promise<boolean> {
  const check = await store.checks.get(repositoryId, head.headSha);
  if (check === undefined || !isOfToday(check, now())) return false;
  for (const { number, baseRef } of head.pullRequests.filter(({ headSha }) => headSha === head.headSha)) {
    const known = await store.pullRequests.get(repositoryId, number);
    if (known?.verdict?.headSha !== head.headSha || known.baseRef !== baseRef) return false;
  }
  return true;
}

function isOfToday({ status, updatedAt }: CommitCheck, now: number): boolean {
  const day = (time: Date) => time.toISOString().slice(0, 10);
  return status === 'completed' && day(updatedAt) === day(new Date(now));
}
