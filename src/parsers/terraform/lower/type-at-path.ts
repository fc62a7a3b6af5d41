/** Follows a property path with `.` through the object types of a kind. May not look into lists or maps. */
import type { KindDefinition, PropertyType } from '../../../dictionary/dictionary.ts';
import { propertyType } from '../../../dictionary/property-type.ts';

/** Type of a property path below the target; undefined when the table names a property that does not exist. */
export function typeAtPath(
  path: string,
  target: { readonly kind: KindDefinition; readonly object?: string },
): PropertyType | undefined {
  let object = target.object;
  let type: PropertyType | undefined;
  for (const name of path.split('.')) {
    if (type !== undefined && type.type !== 'object') return undefined;
    type = propertyType(target.kind, name, object);
    if (type === undefined) return undefined;
    object = type.type === 'object' ? type.name : undefined;
  }
  return type;
}
