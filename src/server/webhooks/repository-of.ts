/** Which repository an event is about, in our words. */
import type { RepositoryCoordinates } from '../jobs/check-job.ts';
import type { RepositoryEvent } from './event-payloads.ts';

/** Undefined where installation, repository or owner are missing. */
export function repositoryOf({ repository, installation }: RepositoryEvent): RepositoryCoordinates | undefined {
  if (installation === undefined || repository === undefined || repository.owner === null) return undefined;
  return {
    installationId: installation.id,
    repositoryId: repository.id,
    owner: repository.owner.login,
    name: repository.name,
  };
}
