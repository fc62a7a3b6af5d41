/** What a press on "Re-run" or on a button of our check asks for: judge its commit again. Only for checks of our own. */
import type { Work } from '../jobs/enqueue-work.ts';
import { commitWork } from './commit-work.ts';
import type { CheckRunEvent, CheckSuiteEvent } from './event-payloads.ts';

/** @param appId our own: GitHub tells about other apps' checks, too. */
export function rerequestWork(event: CheckRunEvent | CheckSuiteEvent, appId: number): readonly Work[] {
  const check = 'check_run' in event ? event.check_run : event.check_suite;
  if (check.app?.id !== appId) return [];
  // By what was pressed, so that the same event again is the same work.
  const again = 'check_run' in event ? `run:${check.id}` : `suite:${check.id}:${describeTime(event)}`;
  return commitWork(event, { headSha: check.head_sha, again });
}

function describeTime({ check_suite: suite }: CheckSuiteEvent): number {
  const time = Date.parse(suite.updated_at ?? '');
  return Number.isNaN(time) ? 0 : time;
}
