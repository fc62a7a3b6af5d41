/**
 * Folds AWS::EC2::SecurityGroupIngress and -Egress into the group they name, when that is a group of the template, so
 * that a rule about a group sees all its openings. What names another group stays a resource of its own.
 */
import type { Resource } from '../../model/resource.ts';
import type { ListItem, ListValue, MapValue, Value } from '../../model/value.ts';

const GROUP = 'AWS::EC2::SecurityGroup';
/** Kind of a rule to the property of the group it joins. */
const RULES: ReadonlyMap<string, string> = new Map([
  ['AWS::EC2::SecurityGroupIngress', 'SecurityGroupIngress'],
  ['AWS::EC2::SecurityGroupEgress', 'SecurityGroupEgress'],
]);
const TARGETS = ['GroupId', 'GroupName'];

/** Resources in, the same in their order without the folded rules out; groups carry where their rules stand. */
export function foldSecurityGroupRules(resources: readonly Resource[]): readonly Resource[] {
  const groups = new Set(resources.filter((resource) => resource.kind === GROUP).map((resource) => resource.address));
  const rules = new Map<string, Resource[]>();
  const kept: Resource[] = [];
  for (const resource of resources) {
    const target = targetOf(resource);
    if (target === undefined || !groups.has(target)) kept.push(resource);
    else rules.set(target, [...(rules.get(target) ?? []), resource]);
  }
  if (rules.size === 0) return resources;
  return kept.map((resource) => withRules(resource, rules.get(resource.address) ?? []));
}

function targetOf(resource: Resource): string | undefined {
  if (!RULES.has(resource.kind)) return undefined;
  for (const property of TARGETS) {
    const value = resource.properties.get(property);
    if (value?.state === 'reference' && ['GroupId', 'Ref'].includes(value.attribute)) return value.target;
  }
  return undefined;
}

function withRules(group: Resource, rules: readonly Resource[]): Resource {
  if (rules.length === 0) return group;
  const properties = new Map(group.properties);
  for (const [kind, property] of RULES) {
    const items = rules.filter((rule) => rule.kind === kind).map((rule) => itemOf(rule));
    if (items.length > 0) properties.set(property, append(properties.get(property), items, group));
  }
  const folded = rules.map((rule) => ({ address: rule.address, location: rule.location }));
  return { ...group, properties, foldedFrom: [...group.foldedFrom, ...folded] };
}

function itemOf(rule: Resource): ListItem {
  const entries = new Map([...rule.properties].filter(([name]) => !TARGETS.includes(name)));
  const value: MapValue = {
    state: 'known',
    type: 'map',
    entries,
    origin: { from: 'source', location: rule.location },
  };
  return { presence: rule.presence, value };
}

/** A list that is not known stays open: it may hold more than the rules that are. */
function append(current: Value | undefined, items: readonly ListItem[], group: Resource): ListValue {
  if (current?.state === 'known' && current.type === 'list') return { ...current, items: [...current.items, ...items] };
  const origin = { from: 'source', location: group.location } as const;
  const list: ListValue = { state: 'known', type: 'list', items, origin };
  return current?.state === 'unresolved' ? { ...list, openEnded: current } : list;
}
