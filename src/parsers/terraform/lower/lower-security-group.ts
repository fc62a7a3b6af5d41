/**
 * Security groups and the three ways Terraform writes their rules: inline, `aws_security_group_rule`, and
 * `aws_vpc_security_group_ingress_rule`. Rules of a group of the unit become its own; others stay resources.
 */
import type { ListItem, Value } from '../../../model/value.ts';
import type { TerraformResource } from '../terraform-resource.ts';
import { asList } from './attribute-changes.ts';
import { addToList, type Draft, type DraftIndex, newDraft } from './draft.ts';
import { type Direction, expandSecurityGroupRule } from './expand-security-group-rule.ts';

const PROPERTY: Readonly<Record<Direction, string>> = {
  ingress: 'SecurityGroupIngress',
  egress: 'SecurityGroupEgress',
};

/** Adds the inline rules of a group to its draft. */
export function addInlineRules(draft: Draft): void {
  for (const direction of ['ingress', 'egress'] as const) {
    const blocks = draft.source.body.entries.get(direction);
    if (blocks === undefined || blocks.state === 'null' || blocks.state === 'absent') continue;
    draft.properties.set(PROPERTY[direction], expandBlocks(blocks, direction, groupReference(draft)));
  }
}

function expandBlocks(blocks: Value, direction: Direction, group: Value): Value {
  const list = blocks.state === 'known' ? asList(blocks) : blocks;
  if (list.state !== 'known' || list.type !== 'list') return list;
  const items = list.items.flatMap((item) => expandItem(item, direction, group));
  return { ...list, items };
}

function expandItem(item: ListItem, direction: Direction, group: Value): readonly ListItem[] {
  if (item.value.state !== 'known' || item.value.type !== 'map') return [item];
  const rules = expandSecurityGroupRule(item.value, direction, group);
  return item.presence === 'yes' ? rules : rules.map((rule) => ({ ...rule, presence: 'unknown' as const }));
}

function groupReference(draft: Draft): Value {
  const origin = { from: 'computed' as const, location: draft.source.location };
  return { state: 'reference', target: draft.source.address, attribute: 'id', origin };
}

/** Direction of a rule resource; undefined for other types and for a `type` that is not known. */
export function ruleDirection(resource: TerraformResource): Direction | undefined {
  if (resource.type === 'aws_vpc_security_group_ingress_rule') return 'ingress';
  if (resource.type === 'aws_vpc_security_group_egress_rule') return 'egress';
  if (resource.type !== 'aws_security_group_rule') return undefined;
  const type = resource.body.entries.get('type');
  const text = type?.state === 'known' && type.type === 'scalar' ? type.value : undefined;
  return text === 'ingress' || text === 'egress' ? text : undefined;
}

/** Folds a rule into its group and gives nothing, or gives the rule as resources of its own, one for each peer. */
export function lowerRuleResource(
  resource: TerraformResource,
  direction: Direction,
  index: DraftIndex,
): readonly Draft[] {
  const groupId = resource.body.entries.get('security_group_id');
  const group = index.find('aws_security_group', [[groupId, 'id']]);
  const rules = expandSecurityGroupRule(resource.body, direction, group ? groupReference(group) : ownGroup(groupId));
  if (!group) return rules.map((rule) => ruleDraft(resource, direction, { rule, groupId, alone: rules.length === 1 }));
  const items = rules.map((rule) => ({ ...rule, presence: both(resource.presence, rule.presence) }));
  addToList(group, PROPERTY[direction], items);
  group.foldedFrom.push({ address: resource.address, location: resource.location });
  return [];
}

function ownGroup(groupId: Value | undefined): Value {
  return groupId ?? { state: 'absent' };
}

function both(first: ListItem['presence'], second: ListItem['presence']): ListItem['presence'] {
  return first === 'yes' ? second : 'unknown';
}

interface OwnRule {
  readonly rule: ListItem;
  readonly groupId: Value | undefined;
  /** The only rule of its resource keeps the plain address. */
  readonly alone: boolean;
}

function ruleDraft(resource: TerraformResource, direction: Direction, own: OwnRule): Draft {
  const kind = direction === 'ingress' ? 'AWS::EC2::SecurityGroupIngress' : 'AWS::EC2::SecurityGroupEgress';
  const entries = own.rule.value.state === 'known' && own.rule.value.type === 'map' ? own.rule.value.entries : [];
  const properties = new Map<string, Value>(entries);
  const draft = newDraft(resource, kind, own.alone ? '' : `.${peerLabel(properties)}`);
  for (const [name, value] of properties) draft.properties.set(name, value);
  if (own.groupId !== undefined) draft.properties.set('GroupId', own.groupId);
  return { ...draft, presence: both(resource.presence, own.rule.presence) };
}

/** Names a rule by its peer, never by its position, so that adding a peer does not rename the others. */
function peerLabel(properties: ReadonlyMap<string, Value>): string {
  for (const [name, value] of properties) {
    if (!/^(Cidr|Source|Destination)/.test(name)) continue;
    if (value.state === 'known' && value.type === 'scalar') return `["${String(value.value)}"]`;
    if (value.state === 'reference') return `["${value.target}"]`;
    if (value.state === 'unresolved') return `["${value.subject}"]`;
  }
  return '["none"]';
}
