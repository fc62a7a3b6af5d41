/** Whether groups of a merge queue get their check: GitHub tells an App of them only where it may hear of it. Pure. */
import type { BranchFacts } from './branch-facts.ts';
import type { InstallationFacts } from './diagnose-installation.ts';
import type { Diagnosis } from './diagnosis.ts';

const ABOUT = 'merge queue';

/** @param installation undefined where nobody may ask about it */
export function diagnoseMergeQueue(
  { branch, hasMergeQueue }: Pick<BranchFacts, 'branch' | 'hasMergeQueue'>,
  installation: Pick<InstallationFacts, 'permissions' | 'events'> | undefined,
): Diagnosis {
  if (!hasMergeQueue) return { about: ABOUT, state: 'ok', says: `${branch} has no merge queue.` };
  if (installation === undefined) {
    const says = `${branch} has a merge queue; whether the App hears of its groups is shown to the App alone.`;
    return { about: ABOUT, state: 'not-seen', says, remedy: 'Give --app-id and --private-key-file.' };
  }
  const hears = installation.events.includes('merge_group') && installation.permissions['merge_queues'] !== undefined;
  if (hears)
    return { about: ABOUT, state: 'ok', says: `${branch} has a merge queue, and the App hears of its groups.` };
  const says = `${branch} has a merge queue, and the App does not hear of its groups: they wait for the next sweep.`;
  const remedy = 'Give the App merge queues: read and the event merge_group.';
  return { about: ABOUT, state: 'problem', says, remedy };
}
