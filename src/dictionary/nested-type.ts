/** Looks up a nested type by name, without reading inherited keys. May not follow references. */
import type { KindDefinition, PropertyType } from './dictionary.ts';

/** Properties of a nested type of a kind. */
export function nestedType(kind: KindDefinition, object: string): Readonly<Record<string, PropertyType>> | undefined {
  return Object.hasOwn(kind.types, object) ? kind.types[object] : undefined;
}
