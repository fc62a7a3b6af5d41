/**
 * Arguments of a resource that CloudFormation has as resources of their own: routes of a table, entries of an access
 * list, the VPC of a gateway. Each is named by its content, never by its position. May not change the resource itself.
 */
import type { Dictionary, KindDefinition } from '../../../dictionary/dictionary.ts';
import type { ListItem, Value } from '../../../model/value.ts';
import { asList } from './changes/as-list.ts';
import type { Draft } from './draft.ts';
import { lowerFields } from './lower-fields.ts';
import { newDraft } from './new-draft.ts';
import type { InlineResources } from './type-table.ts';

/** A draft and the tables of its arguments in, one draft for each block out; unknown lists give one that may not be. */
export function lowerInlineResources(
  owner: Draft,
  tables: readonly InlineResources[],
  dictionary: Dictionary,
): readonly Draft[] {
  return tables.flatMap((table) => {
    const kind = dictionary.kinds.get(table.kind);
    const written = owner.source.body.entries.get(table.attribute);
    if (!kind || !isWritten(written)) return [];
    const blocks = asList(table.change && written.state !== 'unresolved' ? table.change(written) : written);
    if (blocks.state !== 'known' || blocks.type !== 'list') return [];
    const rest: readonly ListItem[] = blocks.openEnded ? [{ presence: 'unknown', value: blocks.openEnded }] : [];
    return [...blocks.items, ...rest].flatMap((item) => blockDraft(owner, table, kind, item) ?? []);
  });
}

function blockDraft(
  owner: Draft,
  table: InlineResources,
  kind: KindDefinition,
  { presence, value }: ListItem,
): Draft | undefined {
  if (!isWritten(value)) return undefined;
  const attributes = value.state === 'known' && value.type === 'map' ? withoutEmpty(value.entries) : undefined;
  const certain = attributes !== undefined && presence === 'yes' && owner.presence === 'yes';
  const draft = newDraft(owner.source, kind.kind, `.${table.attribute}${labelOf(table, attributes, value)}`);
  const origin = { from: 'computed' as const, location: value.origin?.location ?? owner.source.location };
  draft.properties.set(table.owner, { state: 'reference', target: owner.source.address, attribute: 'id', origin });
  for (const [name, text] of Object.entries(table.fixed ?? {})) {
    draft.properties.set(name, { state: 'known', type: 'scalar', value: text, origin });
  }
  if (attributes === undefined) setUnknown(draft, kind, value);
  else {
    const lowered = lowerFields(attributes, table.fields, { kind, byName: true });
    for (const [name, property] of lowered) draft.properties.set(name, property);
  }
  const location = value.origin?.location ?? owner.source.location;
  return { ...draft, presence: certain ? 'yes' : 'unknown', source: { ...owner.source, location } };
}

/** Of blocks nobody can know, every property may be anything. */
function setUnknown(draft: Draft, kind: KindDefinition, value: Value): void {
  if (value.state !== 'unresolved') return;
  for (const name of Object.keys(kind.properties)) {
    if (!draft.properties.has(name)) draft.properties.set(name, { ...value, mayBeAbsent: true });
  }
}

/** The provider takes `""` for an argument that is not there; attributes written as blocks need every argument. */
function withoutEmpty(entries: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const isEmpty = (value: Value) => value.state === 'known' && value.type === 'scalar' && value.value === '';
  return new Map([...entries].filter(([, value]) => !isEmpty(value)));
}

function labelOf(table: InlineResources, attributes: ReadonlyMap<string, Value> | undefined, value: Value): string {
  if (table.label === undefined) return '';
  if (attributes === undefined) return `["${value.state === 'unresolved' ? value.subject : 'unknown'}"]`;
  const name = table.label.map((attribute) => attributes.get(attribute)).find(isWritten);
  if (name?.state === 'known' && name.type === 'scalar') return `["${String(name.value)}"]`;
  if (name?.state === 'reference') return `["${name.target}"]`;
  return `["${name?.state === 'unresolved' ? name.subject : 'none'}"]`;
}

function isWritten(value: Value | undefined): value is Value {
  return value !== undefined && value.state !== 'null' && value.state !== 'absent';
}
