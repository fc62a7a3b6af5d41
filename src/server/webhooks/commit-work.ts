/** A check job for one commit of the repository an event is about. */
import type { CheckJob } from '../jobs/check-job.ts';
import type { Work } from '../jobs/enqueue-work.ts';
import type { RepositoryEvent } from './event-payloads.ts';
import { repositoryOf } from './repository-of.ts';

/** None without an installation: then it is not the App that was told. */
export function commitWork(
  event: RepositoryEvent,
  { headSha, again = '', left }: Pick<CheckJob, 'headSha' | 'left'> & Partial<CheckJob>,
): readonly Work[] {
  const repository = repositoryOf(event);
  if (repository === undefined) return [];
  const more = left === undefined ? {} : { left };
  return [{ kind: 'check', job: { ...repository, headSha, again, urgency: 'pull-request', ...more } }];
}
