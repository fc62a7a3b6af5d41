/**
 * Conversion of a value to a declared type, as Terraform does it. Unknown parts pass: they may be of the type.
 */
import type { ListItem, ListValue, MapValue, ScalarValue, Value } from '../../../model/value.ts';
import { makeMap } from '../values/make-map.ts';
import { toBoolean } from '../values/to-boolean.ts';
import { toNumber } from '../values/to-number.ts';
import { toText } from '../values/to-text.ts';
import { makeSet } from './make-set.ts';
import type { ObjectAttribute, TypeConstraint } from './type-constraint.ts';

/** The converted value; undefined where a known value cannot be of the type. */
export function convertValue(value: Value, type: TypeConstraint): Value | undefined {
  if (value.state !== 'known' || type.kind === 'any') return value;
  switch (type.kind) {
    case 'string':
      return value.type === 'scalar' ? replaceScalar(value, toText(value)) : value.encoded ? value : undefined;
    case 'number':
      return value.type === 'scalar' ? replaceScalar(value, toNumber(value)) : undefined;
    case 'bool':
      return value.type === 'scalar' ? replaceScalar(value, toBoolean(value)) : undefined;
    case 'list':
    case 'set':
      return convertList(value, type.element, type.kind);
    case 'tuple':
      return convertTuple(value, type.elements);
    case 'map':
      return value.type === 'map' ? convertMap(value, type.element) : undefined;
    case 'object':
      return value.type === 'map' ? convertObject(value, type.attributes) : undefined;
  }
}

function replaceScalar(value: ScalarValue, converted: string | number | boolean | undefined): Value | undefined {
  if (converted === undefined) return undefined;
  return converted === value.value ? value : { ...value, value: converted };
}

function convertList(value: Value, element: TypeConstraint, kind: 'list' | 'set'): ListValue | undefined {
  if (value.state !== 'known' || value.type !== 'list') return undefined;
  const items: ListItem[] = [];
  for (const item of value.items) {
    const converted = convertValue(item.value, element);
    if (converted === undefined) return undefined;
    items.push({ presence: item.presence, value: converted });
  }
  if (kind === 'set') return makeSet(items, value.origin, value.openEnded);
  const { unordered: _set, ...rest } = value;
  return { ...rest, items };
}

function convertTuple(value: Value, elements: readonly TypeConstraint[]): Value | undefined {
  if (value.state !== 'known' || value.type !== 'list') return undefined;
  if (value.items.length !== elements.length) return value.openEnded ? value : undefined;
  const items: ListItem[] = [];
  for (const [at, item] of value.items.entries()) {
    const converted = convertValue(item.value, elements[at] ?? { kind: 'any' });
    if (converted === undefined) return undefined;
    items.push({ presence: item.presence, value: converted });
  }
  return { ...value, items };
}

function convertMap(value: MapValue, element: TypeConstraint): Value | undefined {
  const entries: [string, Value][] = [];
  for (const [key, nested] of value.entries) {
    const converted = convertValue(nested, element);
    if (converted === undefined) return undefined;
    entries.push([key, converted]);
  }
  return makeMap(entries, value.origin, value.openEnded);
}

/** Attributes the type does not name are dropped; missing optional ones get their default or null. */
function convertObject(value: MapValue, attributes: ReadonlyMap<string, ObjectAttribute>): Value | undefined {
  const entries: [string, Value][] = [];
  for (const [name, attribute] of attributes) {
    const given = value.entries.get(name);
    if (given === undefined && value.openEnded) continue;
    if (given === undefined && !attribute.optional) return undefined;
    const missing = given === undefined || given.state === 'null';
    const chosen = missing ? (attribute.fallback ?? { state: 'null' as const, origin: value.origin }) : given;
    const converted = convertValue(chosen, attribute.type);
    if (converted === undefined) return undefined;
    entries.push([name, converted]);
  }
  return makeMap(entries, value.origin, value.openEnded);
}
