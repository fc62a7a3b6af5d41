/**
 * Whether the author of a change can write the workflow that judges it. Decided from where the workflow file is, as the
 * runner says; a run that does not say so is taken for the author's.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
import type { RunContext } from './read-run-context.ts';

/** Markdown for the summary where the verdict is only advice; undefined where the head does not write the workflow. */
export function describeTrust({
  eventName,
  repository,
  workflowRef,
}: Pick<RunContext, 'eventName' | 'repository' | 'workflowRef'>): string | undefined {
  const isOfHead = eventName === 'pull_request' || eventName === 'merge_group';
  if (!isOfHead || isElsewhere(workflowRef, `${repository.owner}/${repository.name}`)) return undefined;
  const what = eventName === 'pull_request' ? 'the pull request itself' : 'the merge group, which holds the change';
  const instead =
    eventName === 'pull_request'
      ? 'Use `pull_request_target` without a checkout, a workflow that a ruleset of the organisation requires, or the App.'
      : 'A workflow that a ruleset of the organisation requires, or the App, enforces.';
  return `**Advisory: the workflow file of this run comes from ${what}, whose author can change it.** ${instead}`;
}

/** A workflow that a ruleset requires lives in another repository; the caller of a reusable one does not. */
function isElsewhere(workflowRef: string | undefined, fullName: string): boolean {
  const [owner, name, ...path] = (workflowRef?.split('@')[0] ?? '').split('/');
  if (owner === undefined || name === undefined || path.length === 0) return false;
  return `${owner}/${name}`.toLowerCase() !== fullName.toLowerCase();
}
