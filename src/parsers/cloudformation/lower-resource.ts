/**
 * One resource of a template into the resource model: its type is the kind, properties take the dictionary's types,
 * what may be there without being readable is unresolved. May not apply defaults: companions fold in first.
 */
import { coerceValue } from '../../dictionary/coerce-value.ts';
import type { KindDefinition } from '../../dictionary/dictionary.ts';
import { propertyType } from '../../dictionary/property-type.ts';
import type { Problem } from '../../model/problem.ts';
import type { Resource } from '../../model/resource.ts';
import type { MapValue, UnresolvedValue, Value } from '../../model/value.ts';
import { nameOfResource } from './name-of-resource.ts';
import { withoutNulls } from './without-nulls.ts';

/** What evaluation knows of a resource before its properties are typed. */
export type EvaluatedResource = Omit<Resource, 'properties' | 'name'>;

/** The resource, and the Problems of values its properties cannot have. A kind without a definition stays raw. */
export function lowerResource(
  resource: EvaluatedResource,
  properties: Value,
  definition: KindDefinition | undefined,
): { readonly resource: Resource; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const lowered = new Map<string, Value>();
  const given = properties.state === 'known' && properties.type === 'map' ? properties : undefined;
  for (const [name, value] of given?.entries ?? []) {
    const typed = typeProperty(name, value, definition);
    for (const problem of typed.problems) problems.push(problem);
    if (typed.value.state !== 'absent' && typed.value.state !== 'null') lowered.set(name, typed.value);
  }
  const open = openPart(properties, given);
  if (open !== undefined) fillUnknown(lowered, open, definition);
  const name = nameOfResource(resource.kind, lowered) ?? resource.address;
  const { unit, address } = resource;
  return {
    resource: { ...resource, name, properties: lowered },
    problems: problems.map((problem) => ({ ...problem, unit, address })),
  };
}

function typeProperty(
  name: string,
  value: Value,
  definition: KindDefinition | undefined,
): { readonly value: Value; readonly problems: readonly Problem[] } {
  const type = definition === undefined ? undefined : propertyType(definition, name);
  if (definition === undefined || type === undefined) return { value: withoutNulls(value), problems: [] };
  return coerceValue(value, type, definition);
}

function openPart(properties: Value, given: MapValue | undefined): UnresolvedValue | undefined {
  return properties.state === 'unresolved' ? properties : given?.openEnded;
}

/** Every property that is not written may still come from what could not be read. */
function fillUnknown(lowered: Map<string, Value>, open: UnresolvedValue, definition: KindDefinition | undefined): void {
  for (const name of Object.keys(definition?.properties ?? {})) {
    if (!lowered.has(name)) lowered.set(name, { ...open, mayBeAbsent: true });
  }
}
