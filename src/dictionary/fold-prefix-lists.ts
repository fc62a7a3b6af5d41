/**
 * Writes the entries of a prefix list into the security group rules that let it in: `0.0.0.0/0` in a list of the same
 * unit is `0.0.0.0/0` in the rule. Lists of other units stay what they are: not known.
 */
import type { Resource } from '../model/resource.ts';
import type { ListItem, MapValue, Value } from '../model/value.ts';
import { unresolved } from './unresolved.ts';

const LIST = 'AWS::EC2::PrefixList';
const GROUP = 'AWS::EC2::SecurityGroup';
const RULE = 'AWS::EC2::SecurityGroupIngress';
const SOURCE = 'SourcePrefixListId';
/** Rules times entries; what is beyond counts as not known. */
const MOST_RULES = 20_000;

interface Folding {
  readonly lists: ReadonlyMap<string, readonly ListItem[]>;
  left: number;
}

/** Resources of one unit in; the same out, each rule once for each entry of its list. */
export function foldPrefixLists(resources: readonly Resource[]): readonly Resource[] {
  const lists = new Map(resources.filter(({ kind }) => kind === LIST).map((list) => [list.address, entriesOf(list)]));
  if (lists.size === 0) return resources;
  const folding: Folding = { lists, left: MOST_RULES };
  return resources.flatMap((resource) => {
    if (resource.kind === GROUP) return [foldGroup(resource, folding)];
    return resource.kind === RULE ? foldRule(resource, folding) : [resource];
  });
}

function entriesOf(list: Resource): readonly ListItem[] {
  const entries = list.properties.get('Entries');
  if (entries?.state === 'unresolved') return [{ presence: 'unknown', value: entries }];
  if (entries?.state !== 'known' || entries.type !== 'list') return [];
  const items = entries.items.map(
    (item): ListItem => ({
      presence: list.presence === 'yes' ? item.presence : 'unknown',
      value: cidrOf(item.value),
    }),
  );
  return entries.openEnded ? [...items, { presence: 'unknown', value: entries.openEnded }] : items;
}

function cidrOf(entry: Value): Value {
  return entry.state === 'known' && entry.type === 'map' ? (entry.entries.get('Cidr') ?? { state: 'absent' }) : entry;
}

function foldGroup(group: Resource, folding: Folding): Resource {
  const rules = group.properties.get('SecurityGroupIngress');
  if (rules?.state !== 'known' || rules.type !== 'list') return group;
  const items = rules.items.flatMap((item) => foldItem(item, folding));
  return { ...group, properties: new Map(group.properties).set('SecurityGroupIngress', { ...rules, items }) };
}

function foldItem(item: ListItem, folding: Folding): readonly ListItem[] {
  const { value } = item;
  if (value.state !== 'known' || value.type !== 'map') return [item];
  const cidrs = cidrsOf(value.entries.get(SOURCE), folding);
  if (cidrs === undefined) return [item];
  return cidrs.map((cidr): ListItem => {
    const entries = new Map(value.entries).set(propertyOf(cidr.value), cidr.value);
    const rule: MapValue = { ...value, entries };
    return { presence: item.presence === 'yes' ? cidr.presence : 'unknown', value: rule };
  });
}

/** A rule of its own stays one where its list has one entry; several are told apart by their address. */
function foldRule(rule: Resource, folding: Folding): readonly Resource[] {
  const cidrs = cidrsOf(rule.properties.get(SOURCE), folding);
  if (cidrs === undefined) return [rule];
  return cidrs.map(({ presence, value }) => ({
    ...rule,
    address: cidrs.length === 1 ? rule.address : `${rule.address}.["${labelOf(value)}"]`,
    presence: rule.presence === 'yes' ? presence : 'unknown',
    properties: new Map(rule.properties).set(propertyOf(value), value),
  }));
}

/** Undefined where the source is no list of the unit, or an empty one. */
function cidrsOf(source: Value | undefined, folding: Folding): readonly ListItem[] | undefined {
  if (source?.state !== 'reference') return undefined;
  const cidrs = folding.lists.get(source.target);
  if (cidrs === undefined || cidrs.length === 0) return undefined;
  folding.left -= cidrs.length;
  if (folding.left >= 0) return cidrs;
  return [{ presence: 'yes', value: unresolved('budget-exceeded', source.target, source.origin) }];
}

function propertyOf(cidr: Value): string {
  return labelOf(cidr).includes(':') ? 'CidrIpv6' : 'CidrIp';
}

function labelOf(cidr: Value): string {
  if (cidr.state === 'known' && cidr.type === 'scalar') return String(cidr.value);
  return cidr.state === 'unresolved' ? (cidr.knownPrefix ?? '?') : '?';
}
