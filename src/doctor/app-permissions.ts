/**
 * What the App asks of GitHub and what is lost without it, once: `docs/app.md`, `app.yml` and `threatdiff doctor` all
 * say the same. Holds no logic.
 */

export interface AppPermission {
  /** As GitHub's interface spells it. */
  readonly name: string;
  readonly level: 'read' | 'write';
  readonly for: string;
  readonly without: string;
  /** Without it no check can do its work. */
  readonly needed: boolean;
}

export const APP_PERMISSIONS: readonly AppPermission[] = [
  {
    ...{ name: 'metadata', level: 'read', needed: true },
    for: 'the list of repositories',
    without: 'GitHub grants it to every App',
  },
  {
    ...{ name: 'contents', level: 'read', needed: true },
    for: 'trees, files, policy at the tip of the default branch',
    without: 'nothing can be judged: every check fails with the reason',
  },
  {
    ...{ name: 'checks', level: 'write', needed: true },
    for: 'the required check, its annotations',
    without: 'there is no check',
  },
  {
    ...{ name: 'pull_requests', level: 'write', needed: true },
    for: 'open pull requests, the comments on lines, the summary comment',
    without: 'with read only: the check works, and says that the comments could not be written',
  },
  {
    ...{ name: 'members', level: 'read', needed: false },
    for: 'who is in a team, for settings of policy that name teams',
    without: 'nothing: no setting of this version names one',
  },
  {
    ...{ name: 'merge_queues', level: 'read', needed: false },
    for: "GitHub's `merge_group` events, and nothing else: GitHub sends them only to Apps that may read merge queues; groups themselves are read as branches, with contents: read",
    without: 'groups of a merge queue are only found by the sweep, minutes later',
  },
];

export const APP_EVENTS = ['pull_request', 'merge_group', 'check_run', 'check_suite', 'push'] as const;
