/**
 * One `statement` block to a policy statement with the names IAM uses.
 */
import type { ListValue, MapValue, Origin, Value } from '../../../model/value.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { makeList } from '../values/make-list.ts';
import { makeMap } from '../values/make-map.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { toText } from '../values/to-text.ts';

const LISTS: readonly (readonly [string, string])[] = [
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
];

/** The statement; whatever is unknown in the block is unknown in it. */
export function buildStatement(block: Value, origin: Origin): Value {
  if (block.state !== 'known' || block.type !== 'map') return block;
  const entries: [string, Value][] = [];
  const sid = block.entries.get('sid');
  if (sid && sid.state !== 'null' && toText(sid) !== '') entries.push(['Sid', sid]);
  const effect = block.entries.get('effect');
  entries.push(['Effect', effect && effect.state !== 'null' ? effect : makeScalar('Allow', block.origin)]);
  for (const [from, to] of LISTS) {
    const list = block.entries.get(from);
    if (list && isGiven(list)) entries.push([to, from.endsWith('resources') ? unescape(list) : list]);
  }
  for (const [from, to] of [
    ['principals', 'Principal'],
    ['not_principals', 'NotPrincipal'],
  ] as const) {
    const principals = block.entries.get(from);
    if (principals && isGiven(principals)) entries.push([to, buildPrincipal(principals)]);
  }
  const conditions = block.entries.get('condition');
  if (conditions && isGiven(conditions)) entries.push(['Condition', buildCondition(conditions)]);
  return makeMap(entries, block.origin ?? origin);
}

function isGiven(value: Value): boolean {
  if (value.state === 'null' || value.state === 'absent') return false;
  return value.state !== 'known' || value.type !== 'list' || value.items.length > 0 || value.openEnded !== undefined;
}

/** `&{aws:username}` is how HCL writes IAM's own `${aws:username}`. */
function unescape(value: Value): Value {
  if (value.state !== 'known') return value;
  if (value.type === 'scalar') {
    return typeof value.value === 'string' ? { ...value, value: value.value.replaceAll('&{', '${') } : value;
  }
  if (value.type === 'map') return value;
  return { ...value, items: value.items.map((item) => ({ ...item, value: unescape(item.value) })) };
}

/** One block in JSON is an object without a list around it. */
function blocksOf(value: Value): ListValue | undefined {
  if (value.state !== 'known' || value.type === 'scalar') return undefined;
  return value.type === 'list' ? value : makeList([value], value.origin);
}

/** `{ AWS: [...], Service: [...] }`, or `"*"` where everybody is meant. */
function buildPrincipal(value: Value): Value {
  const blocks = blocksOf(value);
  if (!blocks) return value;
  const origin = blocks.origin;
  const byType = new Map<string, Value>();
  let open = blocks.openEnded;
  for (const { value: block, presence } of blocks.items) {
    const entries = block.state === 'known' && block.type === 'map' ? block.entries : new Map<string, Value>();
    const [type, identifiers] = [
      entries.get('type'),
      unescape(entries.get('identifiers') ?? { state: 'null', origin }),
    ];
    const name = type && toText(type);
    if (name === undefined || presence !== 'yes') {
      open ??= (type && findUnknown(type)) ?? makeUnresolved('unknown-condition', 'principals', origin);
      continue;
    }
    byType.set(name, joinLists(byType.get(name), identifiers));
  }
  const everyone = byType.get('*');
  if (everyone && byType.size === 1 && !open && isStar(everyone)) return makeScalar('*', everyone.origin ?? origin);
  return makeMap(byType, origin, open);
}

function isStar(value: Value): boolean {
  return value.state === 'known' && value.type === 'list' && value.items.every((item) => toText(item.value) === '*');
}

function joinLists(earlier: Value | undefined, later: Value): Value {
  const [left, right] = [earlier && blocksOf(earlier), blocksOf(later)];
  if (!earlier) return later;
  if (!left || !right) return findUnknown(left ? later : earlier) ?? later;
  const openEnded = left.openEnded ?? right.openEnded;
  return { ...left, items: [...left.items, ...right.items], ...(openEnded ? { openEnded } : {}) };
}

/** `{ StringEquals: { "aws:SourceArn": [...] } }`. */
function buildCondition(value: Value): Value {
  const blocks = blocksOf(value);
  if (!blocks) return value;
  const operators = new Map<string, Map<string, Value>>();
  let open = blocks.openEnded;
  for (const { value: block, presence } of blocks.items) {
    const entries: MapValue['entries'] = block.state === 'known' && block.type === 'map' ? block.entries : new Map();
    const [test, variable, values] = [entries.get('test'), entries.get('variable'), entries.get('values')];
    const [operator, key] = [test && toText(test), variable && toText(variable)];
    if (operator === undefined || key === undefined || !values || presence !== 'yes') {
      const unknown = (test && findUnknown(test)) ?? (variable && findUnknown(variable));
      open ??= unknown ?? makeUnresolved('unknown-condition', 'a condition', blocks.origin);
      continue;
    }
    const keys = operators.get(operator) ?? new Map<string, Value>();
    keys.set(key, joinLists(keys.get(key), unescape(values)));
    operators.set(operator, keys);
  }
  const maps = [...operators].map(([operator, keys]) => [operator, makeMap(keys, blocks.origin)] as const);
  return makeMap(maps, blocks.origin, open);
}
