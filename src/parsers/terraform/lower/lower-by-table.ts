/** Lowers one resource by its type's table: the resource itself, and its inline policy where that is one of its own. */
import type { KindDefinition } from '../../../dictionary/dictionary.ts';
import { parseJsonValue } from '../../../dictionary/parse-json-value.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Value } from '../../../model/value.ts';
import type { TerraformResource } from '../terraform-resource.ts';
import { asList } from './changes/as-list.ts';
import type { Draft } from './draft.ts';
import { newDraft } from './new-draft.ts';
import { lowerFields } from './lower-fields.ts';
import type { Fields, InlinePolicy, TypeTable } from './type-table.ts';

/** The resource first; the drafts after it belong to it. */
export function lowerByTable(
  resource: TerraformResource,
  table: TypeTable,
  kind: KindDefinition,
): readonly [Draft, ...Draft[]] {
  const name = resource.body.entries.get(table.nameAttribute ?? 'name');
  const draft: Draft = { ...newDraft(resource, kind.kind), nameProperty: name };
  const attributes = withJson(resource.body.entries, [table.jsonAttribute ?? []].flat(), draft.problems);
  const fields = { ...table.fields, ...notHere(table) };
  for (const [property, value] of lowerFields(attributes, fields, { kind, byName: true })) {
    draft.properties.set(property, value);
  }
  for (const [property, derive] of Object.entries(table.derived ?? {})) {
    const value = derive(resource.body);
    if (value.state !== 'absent') draft.properties.set(property, value);
  }
  const policy = table.inlinePolicy && inlinePolicyDraft(draft, table.inlinePolicy);
  return policy ? [draft, policy] : [draft];
}

/** Attributes that become resources of their own are no properties. */
function notHere(table: TypeTable): Fields {
  const attributes = (table.inlineResources ?? []).map(({ attribute }) => attribute);
  if (table.inlinePolicy) attributes.push(table.inlinePolicy.attribute);
  return Object.fromEntries(attributes.map((attribute) => [attribute, null]));
}

/** Replaces JSON text by its structure; text that is not JSON stays and is found by coercion. */
function withJson(
  attributes: ReadonlyMap<string, Value>,
  names: readonly string[],
  problems: Problem[],
): ReadonlyMap<string, Value> {
  const replaced = new Map(attributes);
  for (const name of names) {
    const text = attributes.get(name);
    if (text?.state !== 'known' || text.type !== 'scalar') continue;
    const parsed = parseJsonValue(text);
    for (const item of parsed.problems) problems.push(item);
    if (parsed.value) replaced.set(name, parsed.value);
  }
  return replaced;
}

function inlinePolicyDraft(owner: Draft, policy: InlinePolicy): Draft | undefined {
  const { source } = owner;
  const document = source.body.entries.get(policy.attribute);
  const isWritten = document !== undefined && document.state !== 'null' && document.state !== 'absent';
  const isEmpty = document?.state === 'known' && document.type === 'scalar' && document.value === '';
  if (!isWritten || isEmpty) return undefined;
  const draft: Draft = { ...newDraft(source, policy.kind, `.${policy.attribute}`), nameProperty: owner.nameProperty };
  const origin = { from: 'computed' as const, location: source.location };
  const target = { state: 'reference' as const, target: source.address, attribute: 'id', origin };
  const isList = policy.attachedBy === 'Queues' || policy.attachedBy === 'Topics';
  draft.properties.set(policy.attachedBy, isList ? asList(target) : target);
  draft.properties.set(policy.document, document);
  return draft;
}
