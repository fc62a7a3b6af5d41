/** What becoming able to see repositories asks for: a look at their open pull requests, as work that can wait. */
import type { Work } from '../jobs/enqueue-work.ts';
import type { InstallationEvent, InstallationRepositoriesEvent } from './event-payloads.ts';

const GAINED = new Set(['created', 'unsuspend', 'new_permissions_accepted']);

export function installationWork(event: InstallationEvent | InstallationRepositoriesEvent): readonly Work[] {
  if ('repositories_added' in event) {
    return event.repositories_added.flatMap((repository) => {
      const [owner, name] = repository.full_name.split('/');
      if (owner === undefined || name === undefined) return [];
      const coordinates = { installationId: event.installation.id, repositoryId: repository.id, owner, name };
      return [{ kind: 'repository', job: { ...coordinates, urgency: 'backfill' } }];
    });
  }
  if (!GAINED.has(event.action)) return [];
  return [{ kind: 'installation', job: { installationId: event.installation.id, urgency: 'backfill' } }];
}
