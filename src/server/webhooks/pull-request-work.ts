/** What a `pull_request` event asks for: a look at its head commit, and at the one before where others may share it. */
import type { Work } from '../jobs/enqueue-work.ts';
import { commitWork } from './commit-work.ts';
import type { PullRequestEvent } from './event-payloads.ts';

const ACTIONS = new Set([
  'opened',
  'synchronize',
  'reopened',
  'ready_for_review',
  'converted_to_draft',
  'edited',
  'closed',
]);

/** None for actions that cannot change a verdict, such as an edited title. */
export function pullRequestWork(event: PullRequestEvent): readonly Work[] {
  const { action, pull_request: pull, changes, before } = event;
  if (!ACTIONS.has(action) || (action === 'edited' && changes?.base === undefined)) return [];
  // A push leaves a commit behind whose check may be running, or may be shared with another pull request.
  const left = action === 'synchronize' && before !== undefined ? { left: before } : {};
  return commitWork(event, { headSha: pull.head.sha, ...left });
}
