/** One run of a check job: the lease of its commit around `runCheckJob`, and another time where it cannot be now. */
import { GitHubError } from '../../github/github-error.ts';
import { QuotaReserved } from '../../github/quota-reserved.ts';
import type { RunningJob } from '../../queue/queue.ts';
import { holdLease } from '../check/hold-lease.ts';
import { recordProgress } from '../check/record-progress.ts';
import { runCheckJob } from '../check/run-check-job.ts';
import { type CheckJob, checkJobSchema } from './check-job.ts';
import { concludeDeadCheck } from './conclude-dead-check.ts';
import { enqueueWork } from './enqueue-work.ts';
import { lookAtLeft } from './look-at-left.ts';
import type { WorkContext } from './work-context.ts';

/** While another process works on the same commit. */
const BUSY_MILLISECONDS = 1000;
/** GitHub may not know a commit a moment after its event; later it is gone, or the App is. */
const ATTEMPTS_TO_FIND = 3;
/** Three hours of GitHub's limits: who keeps them used up gets a failure, never a check that waits for ever. */
const LONGEST_WAIT = 3 * 3_600_000;

/** Throws what is worth another try; the queue then tries again. */
export async function handleCheck(
  { data, signal, attempt }: Pick<RunningJob, 'data' | 'signal' | 'attempt'>,
  context: WorkContext,
): Promise<void> {
  const job = checkJobSchema.parse(data);
  const { store, queue, leaseScope, holder, leaseMilliseconds: milliseconds, now } = context;
  const later = (at: number, since = job.waitingSince) =>
    enqueueWork(queue, { kind: 'check', job: { ...job, waitingSince: since } }, new Date(at));
  const name = `${leaseScope}check:${job.repositoryId}:${job.headSha}`;
  const held = await holdLease(store.leases, name, holder, { milliseconds, now });
  if (held === undefined) return later(now() + BUSY_MILLISECONDS);
  const startedAt = now();
  try {
    const { waitingSince = startedAt } = job;
    if (startedAt - waitingSince >= LONGEST_WAIT) return await giveUp(job, context);
    const outcome = await run(job, { signal, lease: held.lease, isHeld: held.isHeld }, context);
    context.onCheck(outcome, now() - startedAt);
  } catch (error) {
    const retryAt = limitedUntil(error);
    const isGone = attempt >= ATTEMPTS_TO_FIND && isUnreachable(error);
    if (retryAt === undefined && !isGone) throw error;
    if (retryAt !== undefined) await later(retryAt, job.waitingSince ?? startedAt);
    else {
      await lookAtLeft(job, undefined, context);
      context.log('warn', 'check-unreachable', { repository: `${job.owner}/${job.name}`, commit: job.headSha });
    }
    context.onCheck(isGone ? 'unreachable' : 'limited', now() - startedAt);
  } finally {
    await held.release();
  }
}

/** Concludes without another try, which would use up what little there is to say so. */
function giveUp(job: CheckJob, context: WorkContext): Promise<void> {
  const reason = "GitHub's limits were used up for three hours";
  return concludeDeadCheck({ id: `waited-${job.waitingSince ?? 0}`, data: job, reason }, context);
}

interface Run extends Pick<RunningJob, 'signal'> {
  readonly lease: Parameters<typeof recordProgress>[0]['lease'];
  readonly isHeld: () => boolean;
}

async function run(job: CheckJob, { signal, lease, isHeld }: Run, context: WorkContext): Promise<string> {
  const { github, store, engine, rulePack, analyse, rule, facts, log, now } = context;
  const asOf = new Date(now()).toISOString().slice(0, 10);
  const gateway = github.forCommits(job, job.urgency);
  const urgent = job.urgency === 'pull-request';
  const outcome = await runCheckJob(job, {
    gateway,
    identity: { engine, rulePack, asOf },
    progress: recordProgress({ store, job, lease, isHeld, now: () => new Date(now()) }),
    analyse: (change, settings, aborted) => analyse(change, { ...settings, urgent }, aborted),
    ...{ rule, facts, log, signal },
  });
  log('info', 'check', { repository: `${job.owner}/${job.name}`, commit: job.headSha, outcome });
  await lookAtLeft(job, gateway.openHeads(), context);
  return outcome;
}

/** When the quota allows it again; undefined for any other error. */
function limitedUntil(error: unknown): number | undefined {
  if (error instanceof QuotaReserved) return error.retryAt;
  return error instanceof GitHubError && error.kind === 'rate-limited' ? error.retryAt : undefined;
}

/** Not even a failure can be told: repository or permission are gone. */
function isUnreachable(error: unknown): boolean {
  return error instanceof GitHubError && (error.kind === 'not-found' || error.kind === 'forbidden');
}
