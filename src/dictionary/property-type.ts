/**
 * Looks up the type of a property by a name that comes from the pull request. May not read inherited keys:
 * `constructor` and `__proto__` are unknown properties like any other.
 */
import type { KindDefinition, PropertyType } from './dictionary.ts';
import { nestedType } from './nested-type.ts';

/** Type of a property of a kind, or of one of its nested types when `object` names one; undefined when unknown. */
export function propertyType(kind: KindDefinition, name: string, object?: string): PropertyType | undefined {
  const properties = object === undefined ? kind.properties : nestedType(kind, object);
  return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
}
