/**
 * All instances of modules of a unit: the root and every local module it calls, breadth first.
 */
import { expandModule } from '../evaluation/expand-module.ts';
import type { Scope } from '../evaluation/session.ts';

/** The scopes, the root first. The number of module instances counts against the resources of the unit. */
export function expandScopes(root: Scope): readonly Scope[] {
  const scopes: Scope[] = [root];
  for (const scope of scopes) {
    for (const [name, block] of scope.configuration.modules) {
      const expansion = expandModule(scope, name, block);
      if (expansion === undefined || expansion === 'unavailable') continue;
      const children = expansion.members.map((member) => scope.session.moduleScopes.get(member.address));
      for (const child of children.filter((each) => each !== undefined)) scopes.push(child);
    }
  }
  return scopes;
}
