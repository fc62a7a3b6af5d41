/**
 * One rule of a security group as CloudFormation has it: one source or destination each. Terraform's rules take lists of
 * them, and `self`. Reads inline blocks, `aws_security_group_rule` and `aws_vpc_security_group_*_rule` alike.
 */
import type { ListItem, MapValue, Value } from '../../../model/value.ts';
import { asList } from './changes/as-list.ts';

export type Direction = 'ingress' | 'egress';

const PEERS: Readonly<Record<Direction, readonly (readonly [string, string])[]>> = {
  ingress: [
    ['cidr_blocks', 'CidrIp'],
    ['cidr_ipv4', 'CidrIp'],
    ['ipv6_cidr_blocks', 'CidrIpv6'],
    ['cidr_ipv6', 'CidrIpv6'],
    ['prefix_list_ids', 'SourcePrefixListId'],
    ['prefix_list_id', 'SourcePrefixListId'],
    ['security_groups', 'SourceSecurityGroupId'],
    ['source_security_group_id', 'SourceSecurityGroupId'],
    ['referenced_security_group_id', 'SourceSecurityGroupId'],
  ],
  egress: [
    ['cidr_blocks', 'CidrIp'],
    ['cidr_ipv4', 'CidrIp'],
    ['ipv6_cidr_blocks', 'CidrIpv6'],
    ['cidr_ipv6', 'CidrIpv6'],
    ['prefix_list_ids', 'DestinationPrefixListId'],
    ['prefix_list_id', 'DestinationPrefixListId'],
    ['security_groups', 'DestinationSecurityGroupId'],
    ['source_security_group_id', 'DestinationSecurityGroupId'],
    ['referenced_security_group_id', 'DestinationSecurityGroupId'],
  ],
};
const PORTS = [
  ['from_port', 'FromPort'],
  ['to_port', 'ToPort'],
  ['description', 'Description'],
] as const;

/** A block of a rule in; CloudFormation's rules out, at least one. `group` is what `self` stands for. */
export function expandSecurityGroupRule(block: MapValue, direction: Direction, group: Value): readonly ListItem[] {
  const base = baseOf(block);
  const items: ListItem[] = [];
  for (const [attribute, property] of PEERS[direction]) {
    for (const peer of peersOf(block.entries.get(attribute))) {
      items.push({ presence: peer.presence, value: ruleWith(block, base, property, peer.value) });
    }
  }
  const self = selfPresence(block.entries.get('self'));
  const selfProperty = direction === 'ingress' ? 'SourceSecurityGroupId' : 'DestinationSecurityGroupId';
  if (self !== undefined) items.push({ presence: self, value: ruleWith(block, base, selfProperty, group) });
  if (items.length > 0) return items;
  const value: MapValue = { ...block, entries: base };
  return [{ presence: 'yes', value: block.openEnded ? value : withoutOpenEnd(value) }];
}

function baseOf(block: MapValue): ReadonlyMap<string, Value> {
  const base = new Map<string, Value>();
  const protocol = block.entries.get('protocol') ?? block.entries.get('ip_protocol');
  if (isWritten(protocol)) base.set('IpProtocol', anyProtocol(protocol));
  for (const [attribute, property] of PORTS) {
    const value = block.entries.get(attribute);
    if (isWritten(value)) base.set(property, value);
  }
  return base;
}

/** The provider takes `all` for -1. */
function anyProtocol(value: Value): Value {
  const isAll = value.state === 'known' && value.type === 'scalar' && String(value.value).toLowerCase() === 'all';
  return isAll ? { ...value, value: '-1' } : value;
}

/** Unknown lists give one rule that may not be there, with an unknown peer. */
function peersOf(value: Value | undefined): readonly ListItem[] {
  if (!isWritten(value)) return [];
  if (value.state === 'unresolved') return [{ presence: 'unknown', value: { ...value, mayBeAbsent: false } }];
  const list = asList(value);
  if (list.state !== 'known' || list.type !== 'list') return [];
  const items = list.items.filter((item) => isWritten(item.value));
  return list.openEnded ? [...items, { presence: 'unknown', value: list.openEnded }] : items;
}

function selfPresence(value: Value | undefined): ListItem['presence'] | undefined {
  if (!isWritten(value)) return undefined;
  if (value.state !== 'known') return 'unknown';
  return value.type === 'scalar' && String(value.value) === 'true' ? 'yes' : undefined;
}

function ruleWith(block: MapValue, base: ReadonlyMap<string, Value>, property: string, peer: Value): MapValue {
  const location = peer.origin?.location ?? block.origin.location;
  const origin = location ? { ...block.origin, location } : block.origin;
  return { state: 'known', type: 'map', entries: new Map(base).set(property, peer), origin };
}

function withoutOpenEnd(value: MapValue): MapValue {
  return { state: 'known', type: 'map', entries: value.entries, origin: value.origin };
}

function isWritten(value: Value | undefined): value is Value {
  return value !== undefined && value.state !== 'null' && value.state !== 'absent';
}
