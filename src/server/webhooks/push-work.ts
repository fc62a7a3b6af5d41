/**
 * What a push asks for. Policy is read at the tip of the default branch, so a push there that may have changed it
 * re-concludes every open pull request; one to any other branch nothing.
 */
import type { Work } from '../jobs/enqueue-work.ts';
import type { PushEvent } from './event-payloads.ts';
import { repositoryOf } from './repository-of.ts';

const REPOSITORY_FILES = new Set(['.github/threatdiff.yml', '.github/threatdiff-waivers.yml']);
const ORGANISATION_FILES = new Set(['threatdiff.yml', 'threatdiff-waivers.yml']);
/** GitHub lists no more commits of one push. */
const MOST_COMMITS = 2048;

/** @param policyRepository name of the organisation's policy repository, such as `.github`. */
export function pushWork(event: PushEvent, policyRepository: string): readonly Work[] {
  const { repository, ref } = event;
  const coordinates = repositoryOf(event);
  if (coordinates === undefined || repository?.default_branch === undefined) return [];
  if (ref !== `refs/heads/${repository.default_branch}`) return [];
  const ofOrganisation = repository.name === policyRepository && mayChange(event, ORGANISATION_FILES);
  if (ofOrganisation) {
    return [{ kind: 'installation', job: { installationId: coordinates.installationId, urgency: 'policy' } }];
  }
  return mayChange(event, REPOSITORY_FILES) ? [{ kind: 'repository', job: { ...coordinates, urgency: 'policy' } }] : [];
}

/** Where the event does not list every file, it may. */
function mayChange({ commits, forced, created, deleted }: PushEvent, files: ReadonlySet<string>): boolean {
  if (forced || created || deleted || commits.length >= MOST_COMMITS) return true;
  return commits.some(({ added = [], modified = [], removed = [] }) =>
    [added, modified, removed].some((paths) => paths.some((path) => files.has(path))),
  );
}
