/** Short builders of values for tests of the dictionary and of lowering, and plain views of values to compare. */
import type { Location } from '../model/location.ts';
import type { ListValue, MapValue, Origin, ScalarValue, UnresolvedValue, Value } from '../model/value.ts';

/** Plain JSON, or a Value where something else than known data is wanted. */
export type Plain = string | number | boolean | null | Value | readonly Plain[] | { readonly [key: string]: Plain };

export function locationAt(line: number, path = 'main.tf'): Location {
  return { path, range: { startLine: line, startColumn: 1, endLine: line, endColumn: 10 } };
}

export function origin(line = 1): Origin {
  return { from: 'source', location: locationAt(line) };
}

/** Plain data in, Value out; values inside stay as they are. */
export function toValue(plain: Plain): Value {
  if (plain === null) return { state: 'null', origin: origin() };
  if (typeof plain !== 'object') return scalar(plain);
  if (Array.isArray(plain)) return list(plain as readonly Plain[]);
  if ('state' in plain) return plain as Value;
  return map(plain as { readonly [key: string]: Plain });
}

export function scalar(value: string | number | boolean): ScalarValue {
  return { state: 'known', type: 'scalar', value, origin: origin() };
}

export function list(items: readonly Plain[]): ListValue {
  const values = items.map((item) => ({ presence: 'yes' as const, value: toValue(item) }));
  return { state: 'known', type: 'list', items: values, origin: origin() };
}

export function map(entries: { readonly [key: string]: Plain }): MapValue {
  const values = Object.entries(entries).map(([key, value]) => [key, toValue(value)] as const);
  return { state: 'known', type: 'map', entries: new Map(values), origin: origin() };
}

export function unknown(subject: string, mayBeAbsent = false): UnresolvedValue {
  return { state: 'unresolved', reason: 'variable-without-value', subject, mayBeAbsent, origin: origin() };
}

export function reference(target: string, attribute: string): Value {
  return { state: 'reference', target, attribute, origin: origin() };
}

/** A value as plain JSON: `<target.attribute>` for references, `?reason` for unresolved, `…` ends an open list. */
export function plain(value: Value): unknown {
  if (value.state === 'reference') return `<${value.target}.${value.attribute}>`;
  if (value.state === 'unresolved') return `?${value.reason}${value.mayBeAbsent ? '|absent' : ''}`;
  if (value.state !== 'known') return value.state;
  if (value.type === 'scalar') return value.value;
  if (value.type === 'map') {
    const entries = [...value.entries].map(([key, inner]) => [key, plain(inner)] as const);
    return Object.fromEntries(value.openEnded ? [...entries, ['…', plain(value.openEnded)]] : entries);
  }
  const items = value.items.map((item) => (item.presence === 'yes' ? plain(item.value) : { maybe: plain(item.value) }));
  return value.openEnded ? [...items, '…'] : items;
}
