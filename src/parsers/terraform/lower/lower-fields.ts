/**
 * Lowers the attributes of one block into properties of one object type: by the table's fields, else by name. Block
 * lists become objects or lists as the dictionary has them. May not coerce scalars; `coerceValue` does that afterwards.
 */
import type { KindDefinition, PropertyType } from '../../../dictionary/dictionary.ts';
import { isTagType } from '../../../dictionary/is-tag-type.ts';
import { nestedType } from '../../../dictionary/nested-type.ts';
import type { ListItem, UnresolvedValue, Value } from '../../../model/value.ts';
import { singleBlock } from './changes/single-block.ts';
import { setPath } from './set-path.ts';
import { typeAtPath } from './type-at-path.ts';
import type { Fields, Target } from './type-table.ts';

/** Attributes of every resource that are never properties unless a table says so. */
const NEVER: ReadonlySet<string> = new Set(['id', 'arn', 'region', 'tags_all', 'timeouts']);
/** Nested blocks as deep as this; the recursive statements of web ACLs are the deepest. */
const MAX_DEPTH = 30;

/** The object type attributes are lowered into; without `object` the kind itself. */
export interface LoweringTarget {
  readonly kind: KindDefinition;
  readonly object?: string;
  /** False where only the fields of the table count. */
  readonly byName: boolean;
  readonly depth?: number;
}

/** Attributes in, properties out, nested objects included. Null and absent attributes are left out. */
export function lowerFields(
  attributes: ReadonlyMap<string, Value>,
  fields: Fields,
  target: LoweringTarget,
): Map<string, Value> {
  const properties = new Map<string, Value>();
  const depth = target.depth ?? 0;
  if (depth > MAX_DEPTH) return properties;
  for (const [name, value] of attributes) {
    if (value.state === 'null' || value.state === 'absent') continue;
    const rule = findTarget(name, value, fields, target);
    if (rule === undefined) continue;
    const changed = rule.change ? rule.change(value) : value;
    if (changed.state === 'null' || changed.state === 'absent') continue;
    if (rule.path === '') {
      inlineBlock(properties, changed, rule.fields ?? {}, { ...target, depth: depth + 1 });
      continue;
    }
    const type = typeAtPath(rule.path, target);
    const shaped = shape(changed, type, rule.fields ?? {}, { ...target, depth: depth + 1 });
    if (shaped.state !== 'absent') setPath(properties, rule.path.split('.'), shaped);
  }
  return properties;
}

function findTarget(name: string, value: Value, fields: Fields, target: LoweringTarget): Target | undefined {
  if (Object.hasOwn(fields, name)) {
    const rule = fields[name];
    return typeof rule === 'string' ? { path: rule } : (rule ?? undefined);
  }
  if (!target.byName || (NEVER.has(name) && target.object === undefined)) return undefined;
  const path = propertyByName(name, value, target);
  return path === undefined ? undefined : { path };
}

/** `kms_key_id` is `KMSKeyId`; a repeated block `rule` is `Rules`. */
function propertyByName(name: string, value: Value, target: LoweringTarget): string | undefined {
  const wanted = plainName(name);
  const isBlock = value.state === 'known' && value.type === 'list';
  const names = Object.keys(propertiesOf(target));
  return (
    names.find((property) => plainName(property) === wanted) ??
    (isBlock ? names.find((property) => plainName(property) === `${wanted}s`) : undefined)
  );
}

function plainName(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

function shape(value: Value, type: PropertyType | undefined, fields: Fields, target: LoweringTarget): Value {
  if (type?.type === 'object') return shapeObject(singleBlock(value), type.name, fields, target);
  if (type?.type === 'json' && isBlock(value)) return singleBlock(value);
  if (type?.type === 'map' && type.values.type === 'object')
    return shapeEntries(value, type.values.name, fields, target);
  if (type?.type !== 'list' || type.items.type !== 'object' || value.state !== 'known') return value;
  const name = type.items.name;
  if (value.type === 'map' && !isTagType(target.kind, name)) return shapeObject(value, name, fields, target);
  if (value.type !== 'list') return value;
  const items = value.items.map(
    (item): ListItem => ({ ...item, value: shapeObject(item.value, name, fields, target) }),
  );
  return { ...value, items };
}

/** Objects by a key the pull request chose. */
function shapeEntries(value: Value, object: string, fields: Fields, target: LoweringTarget): Value {
  if (value.state !== 'known' || value.type !== 'map') return value;
  const entries = [...value.entries].map(
    ([key, entry]) => [key, shapeObject(singleBlock(entry), object, fields, target)] as const,
  );
  return { ...value, entries: new Map(entries) };
}

/** A nested block written once; `jsonencode` of a list is not one. */
function isBlock(value: Value): boolean {
  if (value.state !== 'known' || value.type !== 'list' || value.encoded === 'json') return false;
  const [first] = value.items;
  return value.items.length === 1 && first?.value.state === 'known' && first.value.type === 'map';
}

function shapeObject(value: Value, object: string, fields: Fields, target: LoweringTarget): Value {
  if (value.state !== 'known' || value.type !== 'map') return value;
  const { encoded: _, ...rest } = value;
  return { ...rest, entries: lowerFields(value.entries, fields, { ...target, object, byName: true }) };
}

function inlineBlock(properties: Map<string, Value>, value: Value, fields: Fields, target: LoweringTarget): void {
  const block = singleBlock(value);
  if (block.state === 'unresolved') {
    const unknown: UnresolvedValue = { ...block, mayBeAbsent: true };
    for (const name of Object.keys(propertiesOf(target))) if (!properties.has(name)) properties.set(name, unknown);
  }
  if (block.state !== 'known' || block.type !== 'map') return;
  for (const [name, property] of lowerFields(block.entries, fields, target)) {
    properties.set(name, merged(properties.get(name), property));
  }
}

/** What attributes beside the block have put into the same object stays. */
function merged(first: Value | undefined, second: Value): Value {
  if (first?.state !== 'known' || first.type !== 'map' || second.state !== 'known' || second.type !== 'map')
    return second;
  return { ...second, entries: new Map([...first.entries, ...second.entries]) };
}

function propertiesOf(target: LoweringTarget): Readonly<Record<string, PropertyType>> {
  if (target.object === undefined) return target.kind.properties;
  return nestedType(target.kind, target.object) ?? {};
}
