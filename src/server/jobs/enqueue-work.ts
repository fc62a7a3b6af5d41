/** Puts work into the queue under the key that makes it idempotent. Looks at nothing else. */
import type { JobRequest, Queue } from '../../queue/queue.ts';
import type { CheckJob, InstallationJob, RepositoryJob } from './check-job.ts';
import { PRIORITIES } from './queues.ts';

/** A piece of work as a webhook, a sweep or a job wants it. */
export type Work =
  | { readonly kind: 'check'; readonly job: CheckJob }
  | { readonly kind: 'repository'; readonly job: RepositoryJob }
  | { readonly kind: 'installation'; readonly job: InstallationJob }
  | { readonly kind: 'sweep' };

/** Resolves when the work survives this process. Rejects when the database does not answer. */
export async function enqueueWork(queue: Pick<Queue, 'enqueue'>, work: Work, startAfter?: Date): Promise<void> {
  await queue.enqueue({ ...requestFor(work), ...(startAfter === undefined ? {} : { startAfter }) });
}

function requestFor(work: Work): JobRequest {
  if (work.kind === 'sweep') return { name: 'sweep', key: 'all', data: {}, priority: PRIORITIES.backfill };
  const { urgency } = work.job;
  const priority = PRIORITIES[urgency];
  if (work.kind === 'check') {
    const { repositoryId, headSha, again } = work.job;
    // Apart, because a job that waits takes the newest data: an ordinary event must not undo that somebody asked.
    const key = `${repositoryId}:${headSha}${again && ':again'}`;
    return { name: 'check', key, data: { ...work.job }, priority, origin: `${repositoryId}` };
  }
  const id = work.kind === 'repository' ? work.job.repositoryId : work.job.installationId;
  // Apart for the same reason: what can wait must not make a change of policy wait.
  return { name: work.kind, key: `${id}:${urgency}`, data: { ...work.job }, priority };
}
