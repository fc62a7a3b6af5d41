/**
 * Where a resource of the head stood before, when it moved. For display, and for asking whether a control held
 * before; never enough by itself to call a finding unchanged (an author chooses names and `moved` blocks).
 */
import type { Move } from '../model/change.ts';
import type { Resource } from '../model/resource.ts';
import { ResourceIndex } from './resource-index.ts';

/**
 * The place before of a resource that is new where it stands: by a `moved` block whose source vanished in the same
 * unit, or by an equal physical name that is unique on both sides and whose holder before vanished.
 */
export function findPreviousPlace(
  resource: Resource,
  unitKey: string,
  before: ResourceIndex,
  after: ResourceIndex,
): Move | undefined {
  for (const address of resource.movedFrom) {
    const key = ResourceIndex.key(unitKey, resource.environment, address);
    if (before.get(key)?.kind === resource.kind && !after.has(key)) {
      return { by: 'moved-block', fromUnit: unitKey, fromAddress: address };
    }
  }
  const namesake = before.onlyNamesake(resource);
  if (namesake === undefined || after.onlyNamesake(resource) === undefined || after.has(namesake.key)) return undefined;
  const [fromUnit = unitKey] = namesake.key.split('\0');
  return { by: 'physical-name', fromUnit, fromAddress: namesake.resource.address };
}
