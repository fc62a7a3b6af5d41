/**
 * What a check of another app asks for: nothing, unless it has our name. Then its commit is looked at again, so that our
 * own check can tell of it.
 */
import type { Work } from '../jobs/enqueue-work.ts';
import { commitWork } from './commit-work.ts';
import type { CheckRunEvent } from './event-payloads.ts';

/** @param own our app's id, and the name of our check. */
export function foreignCheckWork(
  event: CheckRunEvent,
  own: { readonly appId: number; readonly checkName: string },
): readonly Work[] {
  const { app, name, head_sha: headSha } = event.check_run;
  return app?.id === own.appId || name !== own.checkName ? [] : commitWork(event, { headSha });
}
