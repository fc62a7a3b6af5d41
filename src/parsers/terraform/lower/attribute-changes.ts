/**
 * The changes tables apply to attribute values on their way to properties. Each keeps unknown values unknown and knows
 * no resource type.
 */
import type { ListItem, MapValue, Origin, Value } from '../../../model/value.ts';

const NOWHERE: Origin = { from: 'computed' };

/** Booleans and strings translated by a table; what the table does not have stays. */
export function translate(table: Readonly<Record<string, string | boolean>>): (value: Value) => Value {
  return (value) => {
    if (value.state !== 'known' || value.type !== 'scalar') return value;
    const key = String(value.value);
    const translated = Object.hasOwn(table, key) ? table[key] : undefined;
    return translated === undefined ? value : { ...value, value: translated };
  };
}

/** One value as a list of it, references and unknowns too; lists stay. */
export function asList(value: Value): Value {
  if (value.state === 'absent' || value.state === 'null') return value;
  if (value.state === 'known' && value.type === 'list') return value;
  return { state: 'known', type: 'list', items: [{ presence: 'yes', value }], origin: value.origin };
}

/**
 * The map of a block that may be written once. A list of blocks of which one is certain gives that one; a block under
 * an unknown condition is unresolved and may be absent.
 */
export function singleBlock(value: Value): Value {
  if (value.state !== 'known' || value.type !== 'list') return value;
  const certain = value.items.filter((item) => item.presence === 'yes');
  const [first] = certain;
  if (certain.length === 1 && first) return first.value;
  if (certain.length > 1) return unresolvedBlock(value.origin, 'invalid-value', false);
  if (value.items.length === 0 && !value.openEnded) return { state: 'absent', origin: value.origin };
  return unresolvedBlock(value.origin, 'unknown-condition', true);
}

function unresolvedBlock(origin: Origin, reason: 'invalid-value' | 'unknown-condition', mayBeAbsent: boolean): Value {
  return { state: 'unresolved', reason, subject: 'block', mayBeAbsent, origin };
}

/** One field of a block that may be written once. */
export function pick(field: string): (value: Value) => Value {
  return (value) => {
    const block = singleBlock(value);
    if (block.state !== 'known' || block.type !== 'map') return block;
    return block.entries.get(field) ?? block.openEnded ?? { state: 'absent', origin: block.origin };
  };
}

/** Blocks with a list attribute as one block per element, under another name: CloudFormation takes one event each. */
export function spread(from: string, to: string): (value: Value) => Value {
  return (value) => {
    if (value.state !== 'known' || value.type !== 'list') return value;
    return { ...value, items: value.items.flatMap((item) => spreadItem(item, from, to)) };
  };
}

function spreadItem(item: ListItem, from: string, to: string): readonly ListItem[] {
  const block = item.value;
  if (block.state !== 'known' || block.type !== 'map') return [item];
  const list = asList(block.entries.get(from) ?? { state: 'absent' });
  if (list.state !== 'known' || list.type !== 'list') return [item];
  const elements: readonly ListItem[] = list.openEnded
    ? [...list.items, { presence: 'unknown', value: list.openEnded }]
    : list.items;
  return elements.map((element) => ({
    presence: item.presence === 'yes' ? element.presence : 'unknown',
    value: withEntry(block, to, element.value),
  }));
}

function withEntry(block: MapValue, name: string, value: Value): MapValue {
  return { ...block, entries: new Map(block.entries).set(name, value) };
}

/** A value as an object with it under one name, among fixed others; for lists of key and value pairs, wrap it again. */
export function objectWith(name: string, fixed: Readonly<Record<string, string>> = {}): (value: Value) => Value {
  return (value) => {
    if (value.state === 'absent' || value.state === 'null') return value;
    const origin = value.origin ?? NOWHERE;
    const entries = new Map<string, Value>([[name, value]]);
    for (const [key, text] of Object.entries(fixed)) {
      entries.set(key, { state: 'known', type: 'scalar', value: text, origin: { ...origin, from: 'computed' } });
    }
    return { state: 'known', type: 'map', entries, origin };
  };
}

/** Several changes, one after the other. */
export function chain(...changes: readonly ((value: Value) => Value)[]): (value: Value) => Value {
  return (value) => changes.reduce((current, change) => change(current), value);
}
