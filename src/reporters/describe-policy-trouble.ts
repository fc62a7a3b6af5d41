/** The loud note of a run whose policy file does not hold: stands beside the verdict, because it changes what blocks. */
import { describePlace } from './describe-place.ts';
import type { GroupedChanges } from './group-changes.ts';

/** The first thing that is wrong with a policy file, with its place, unescaped; undefined where nothing is. */
export function describePolicyTrouble({ notes }: Pick<GroupedChanges, 'notes'>): string | undefined {
  const problem = notes.find(({ side, code }) => side === 'policy' && code === 'policy-invalid');
  if (problem === undefined) return undefined;
  return `Policy: ${problem.message} (${describePlace(problem.location)})`;
}
