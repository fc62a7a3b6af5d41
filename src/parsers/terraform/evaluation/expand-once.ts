/**
 * Expands a resource or module block when somebody first asks. An expansion that needs itself (`count` of a resource
 * read by that resource) is a cycle.
 */
import type { Expansion, Scope } from './session.ts';

const IN_PROGRESS: Expansion = { kind: 'unknown', members: [] };

/** The kept or computed expansion; undefined while it is being computed further up. */
export function expandOnce(scope: Scope, key: string, compute: () => Expansion): Expansion | undefined {
  const kept = scope.expansions.get(key);
  if (kept) return kept === IN_PROGRESS ? undefined : kept;
  scope.expansions.set(key, IN_PROGRESS);
  const expansion = compute();
  scope.expansions.set(key, expansion);
  return expansion;
}
