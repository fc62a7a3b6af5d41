/** Finds what is open in a repository and puts a check job for each head commit into the queue. */
import type { CommitCheck } from '../../store/commit-checks.ts';
import { type RepositoryJob, repositoryJobSchema } from './check-job.ts';
import { enqueueWork } from './enqueue-work.ts';
import type { WorkContext } from './work-context.ts';

/** As the queue hands it over. Throws what is worth another try. */
export async function lookAtRepository(data: unknown, context: WorkContext): Promise<void> {
  const job = repositoryJobSchema.parse(data);
  const { urgency, ...repository } = job;
  const gateway = context.github.forCommits(repository, urgency);
  const [pulls, groups] = [await gateway.listPullRequests(), await gateway.listMergeGroups()];
  for (const headSha of new Set([...groups, ...pulls.map((pull) => pull.headSha)])) {
    if (urgency === 'backfill' && (await isDone(job, { headSha, pulls }, context))) continue;
    const check = { ...repository, headSha, again: '', urgency };
    await enqueueWork(context.queue, { kind: 'check', job: check });
  }
}

interface HeadCommit {
  readonly headSha: string;
  readonly pulls: readonly { readonly number: number; readonly headSha: string; readonly baseRef: string }[];
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
  for (const { number, baseRef } of head.pulls.filter(({ headSha }) => headSha === head.headSha)) {
    const known = await store.pullRequests.get(repositoryId, number);
    if (known?.verdict?.headSha !== head.headSha || known.baseRef !== baseRef) return false;
  }
  return true;
}

function isOfToday({ status, updatedAt }: CommitCheck, now: number): boolean {
  const day = (time: Date) => time.toISOString().slice(0, 10);
  return status === 'completed' && day(updatedAt) === day(new Date(now));
}
