/**
 * Expands a resource or module block when somebody first asks. An expansion that needs itself (`count` of a resource
 * read by that resource) is a cycle.
 */
import { locationOf } from '../configuration/location-of.ts';
import type { SourceBlock } from '../configuration/module-configuration.ts';
import type { Expansion, Scope } from './session.ts';
import { shareSteps } from './share-steps.ts';

interface Named {
  readonly key: string;
  readonly place: SourceBlock;
}

const IN_PROGRESS: Expansion = { kind: 'unknown', members: [] };

/** The kept or computed expansion; undefined while it is being computed further up. */
export function expandOnce(scope: Scope, block: Named, compute: () => Expansion): Expansion | undefined {
  const { key, place } = block;
  const kept = scope.expansions.get(key);
  if (kept) return kept === IN_PROGRESS ? undefined : kept;
  scope.expansions.set(key, IN_PROGRESS);
  const expansion = shareSteps(scope.session, locationOf(place.file, place.header), compute);
  scope.expansions.set(key, expansion);
  return expansion;
}
