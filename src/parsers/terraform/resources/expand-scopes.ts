/**
 * All instances of modules of a unit: the root and every local module it calls, breadth first.
 */
import { expandModule } from '../evaluation/expand-module.ts';
import { expandResource } from '../evaluation/expand-resource.ts';
import type { Scope } from '../evaluation/session.ts';

/**
 * The scopes, the root first. The number of module instances counts against the resources of the unit; those of a
 * module are counted before what it calls, so that calls that multiply leave no resource above them out.
 */
export function expandScopes(root: Scope): readonly Scope[] {
  const scopes: Scope[] = [root];
  for (const scope of scopes) {
    for (const block of scope.configuration.resources.values()) expandResource(scope, block);
    for (const [name, block] of scope.configuration.modules) {
      const expansion = expandModule(scope, name, block);
      if (expansion === undefined || expansion === 'unavailable') continue;
      const children = expansion.members.map((member) => scope.session.moduleScopes.get(member.address));
      for (const child of children.filter((each) => each !== undefined)) scopes.push(child);
    }
  }
  return scopes;
}
