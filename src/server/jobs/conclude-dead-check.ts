/** A check job that failed for good: its check is concluded with the reason, so that nobody waits for it. */
import type { DeadJob } from '../../queue/queue.ts';
import { checkJobSchema } from './check-job.ts';
import { lookAtLeft } from './look-at-left.ts';
import type { WorkContext } from './work-context.ts';

/** Throws while GitHub or the database does not answer; the queue then tries again, for about a day. */
export async function concludeDeadCheck(
  { id, data, reason }: Pick<DeadJob, 'id' | 'data' | 'reason'>,
  context: WorkContext,
): Promise<void> {
  const { github, store, log, onCheck } = context;
  const job = checkJobSchema.parse(data);
  await lookAtLeft(job, undefined, context);
  const { repositoryId, headSha } = job;
  log('error', 'check-dead', { repository: `${job.owner}/${job.name}`, commit: headSha, reason });
  const known = await store.checks.get(repositoryId, headSha);
  const externalId = known?.status === 'in_progress' ? known.externalId : `threatdiff:dead:${id}`;
  const gateway = github.forCommits(job, 'pull-request');
  if ((await gateway.readSubjects(headSha)).length === 0) return gateway.closeAbandoned(headSha);
  await gateway.failCheck(
    { headSha, externalId },
    'Every try to judge this change failed; the last one because of an outage.',
  );
  onCheck('dead', 0);
}
