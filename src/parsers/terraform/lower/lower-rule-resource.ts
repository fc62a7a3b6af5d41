/**
 * Rules of security groups that are resources: `aws_security_group_rule` and `aws_vpc_security_group_ingress_rule`.
 * Rules of a group of the unit become its own; others stay resources.
 */
import type { ListItem, Value } from '../../../model/value.ts';
import type { TerraformResource } from '../terraform-resource.ts';
import { addToList } from './add-to-list.ts';
import type { Draft } from './draft.ts';
import type { DraftIndex } from './draft-index.ts';
import { type Direction, expandSecurityGroupRule } from './expand-security-group-rule.ts';
import { groupReference } from './group-reference.ts';
import { newDraft } from './new-draft.ts';
import { RULES_PROPERTY } from './rule-direction.ts';

/** Folds a rule into its group and gives nothing, or gives the rule as resources of its own, one for each peer. */
export function lowerRuleResource(
  resource: TerraformResource,
  direction: Direction,
  index: DraftIndex,
): readonly Draft[] {
  const groupId = resource.body.entries.get('security_group_id');
  const group = findGroup(groupId, index);
  const rules = expandSecurityGroupRule(resource.body, direction, group ? groupReference(group) : ownGroup(groupId));
  if (!group) return rules.map((rule) => ruleDraft(resource, direction, { rule, groupId, alone: rules.length === 1 }));
  const items = rules.map((rule) => ({ ...rule, presence: both(resource.presence, rule.presence) }));
  addToList(group, RULES_PROPERTY[direction], items);
  group.foldedFrom.push({ address: resource.address, location: resource.location });
  return [];
}

function findGroup(groupId: Value | undefined, index: DraftIndex): Draft | undefined {
  return (
    index.find('aws_security_group', [[groupId, 'id']]) ?? index.find('aws_default_security_group', [[groupId, 'id']])
  );
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
