/** Which repositories an event takes away: what the store holds about them has to go. */
import type { InstallationEvent, InstallationRepositoriesEvent } from './event-payloads.ts';

/** Ids; none for a suspension, which may end. */
export function forgottenRepositories(event: InstallationEvent | InstallationRepositoriesEvent): readonly number[] {
  if ('repositories_removed' in event) {
    return event.repositories_removed.flatMap(({ id }) => (id === undefined ? [] : [id]));
  }
  return event.action === 'deleted' ? (event.repositories ?? []).map(({ id }) => id) : [];
}
