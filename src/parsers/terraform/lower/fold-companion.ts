/**
 * Folds a resource that only configures another one (`aws_s3_bucket_versioning`) into it. A companion that may not exist
 * makes what it sets unresolved; two companions that set one property make it unresolved. May not guess a target.
 */
import type { Dictionary, KindDefinition } from '../../../dictionary/dictionary.ts';
import type { ListItem, Presence, Value } from '../../../model/value.ts';
import type { TerraformResource } from '../terraform-resource.ts';
import { addToList } from './add-to-list.ts';
import type { Draft } from './draft.ts';
import type { DraftIndex } from './draft-index.ts';
import { lowerFields } from './lower-fields.ts';
import { emptyObject } from './empty-object.ts';
import { typeAtPath } from './type-at-path.ts';
import type { CompanionTable } from './type-table.ts';

/** True when the companion's target is in the unit and took it. */
export function foldCompanion(
  companion: TerraformResource,
  table: CompanionTable,
  index: DraftIndex,
  dictionary: Dictionary,
): boolean {
  const target = findTarget(companion, table, index);
  const kind = target && dictionary.kinds.get(target.kind);
  if (!target || !kind) return false;
  appendValues(target, companion, table.append ?? {}, kind);
  if (table.into === undefined) setProperties(target, companion, lowerBody(companion, table, kind));
  else setInto(target, companion, table.into, lowerInto(companion, table, { kind, path: table.into }));
  target.foldedFrom.push({ address: companion.address, location: companion.location });
  return true;
}

function findTarget(companion: TerraformResource, table: CompanionTable, index: DraftIndex): Draft | undefined {
  const pairs = table.match.map(([own, other]) => [companion.body.entries.get(own), other] as const);
  for (const type of table.target) {
    const found = index.find(type, pairs);
    if (found) return found;
  }
  return undefined;
}

function lowerBody(companion: TerraformResource, table: CompanionTable, kind: KindDefinition): Map<string, Value> {
  const properties = lowerFields(companion.body.entries, table.fields, { kind, byName: false });
  for (const name of table.ensure ?? []) {
    if (!properties.has(name)) properties.set(name, emptyObject({ from: 'source', location: companion.location }));
  }
  return properties;
}

/** The companion as one object, and whether the property takes a list of them. */
function lowerInto(
  companion: TerraformResource,
  table: CompanionTable,
  property: { readonly kind: KindDefinition; readonly path: string },
): { readonly object: Value; readonly isList: boolean } {
  const type = typeAtPath(property.path, property);
  const inner = type?.type === 'list' ? type.items : type;
  const name = inner?.type === 'object' ? { object: inner.name } : {};
  const fields = { ...Object.fromEntries(table.match.map(([attribute]) => [attribute, null])), ...table.fields };
  const entries = lowerFields(companion.body.entries, fields, { kind: property.kind, ...name, byName: true });
  for (const [path, derive] of Object.entries(table.derived ?? {})) {
    const value = derive(companion.body);
    if (value.state !== 'absent') entries.set(path, value);
  }
  const object = { ...emptyObject({ from: 'source', location: companion.location }), entries };
  return { object, isList: type?.type === 'list' };
}

function setInto(
  target: Draft,
  companion: TerraformResource,
  path: string,
  lowered: { readonly object: Value; readonly isList: boolean },
): void {
  if (!lowered.isList) {
    setProperties(target, companion, new Map([[path, lowered.object]]));
    return;
  }
  addToList(target, path, [{ presence: companion.presence, value: lowered.object }]);
}

function appendValues(
  target: Draft,
  companion: TerraformResource,
  append: Required<CompanionTable>['append'],
  kind: KindDefinition,
): void {
  for (const [attribute, paths] of Object.entries(append)) {
    const path = paths.find((candidate) => typeAtPath(candidate, { kind }) !== undefined);
    const value = companion.body.entries.get(attribute);
    if (path === undefined || value === undefined || value.state === 'null' || value.state === 'absent') continue;
    addToList(target, path, itemsOf(value, companion.presence));
  }
}

/** Elements of a list, or one value; what may not be there is of unknown presence. */
function itemsOf(value: Value, presence: Presence): readonly ListItem[] {
  if (value.state === 'unresolved' && value.mayBeAbsent) return [{ presence: 'unknown', value }];
  if (value.state !== 'known' || value.type !== 'list') return [{ presence, value }];
  const items = presence === 'yes' ? value.items : value.items.map((item) => ({ ...item, presence }));
  return value.openEnded ? [...items, { presence: 'unknown', value: value.openEnded }] : items;
}

function setProperties(target: Draft, companion: TerraformResource, properties: ReadonlyMap<string, Value>): void {
  for (const [name, value] of properties) {
    const isCertain = companion.presence === 'yes' && !target.foldedProperties.has(name);
    target.properties.set(name, isCertain ? value : uncertain(companion, value));
    target.foldedProperties.add(name);
  }
}

function uncertain(companion: TerraformResource, value: Value): Value {
  return {
    state: 'unresolved',
    reason: 'unknown-condition',
    subject: companion.address,
    mayBeAbsent: true,
    origin: value.origin ?? { from: 'source', location: companion.location },
  };
}
