/** Short builders of values for tests of the rule engine. Plain data becomes known values; values stay as they are. */
import type { Location } from '../../src/model/location.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { ListItem, Origin, Presence, UnresolvedValue, Value } from '../../src/model/value.ts';

export type Plain = string | number | boolean | null | Value | readonly Plain[] | { readonly [key: string]: Plain };

export function at(line: number): Location {
  return { path: 'main.tf', range: { startLine: line, startColumn: 3, endLine: line, endColumn: 20 } };
}

export function source(line = 1): Origin {
  return { from: 'source', location: at(line) };
}

/** Plain data as known values, all written on one line. */
export function value(plain: Plain, line = 1): Value {
  const origin = source(line);
  if (plain === null) return { state: 'null', origin };
  if (typeof plain !== 'object') return { state: 'known', type: 'scalar', value: plain, origin };
  if (isList(plain))
    return { state: 'known', type: 'list', items: plain.map((item) => certain(value(item, line))), origin };
  if (isValue(plain)) return plain;
  const entries = new Map(Object.entries(plain).map(([key, content]) => [key, value(content, line)]));
  return { state: 'known', type: 'map', entries, origin };
}

function isList(plain: object): plain is readonly Plain[] {
  return Array.isArray(plain);
}

function isValue(plain: object): plain is Value {
  return 'state' in plain && typeof plain.state === 'string';
}

function certain(item: Value): ListItem {
  return { presence: 'yes', value: item };
}

export const ABSENT: Value = { state: 'absent' };

export function unresolved(overrides: Partial<UnresolvedValue> = {}): UnresolvedValue {
  return {
    state: 'unresolved',
    reason: 'variable-without-value',
    subject: 'var.x',
    mayBeAbsent: false,
    origin: source(),
    ...overrides,
  };
}

export function reference(target = 'aws_kms_key.k', attribute = 'arn', line = 1): Value {
  return { state: 'reference', target, attribute, origin: source(line) };
}

export function providerDefault(plain: string | number | boolean): Value {
  return { state: 'known', type: 'scalar', value: plain, origin: { from: 'provider-default', location: at(1) } };
}

/** A list whose elements may not exist, or that may go on. */
export function uncertainList(items: readonly (readonly [Presence, Plain])[], isOpen = false): Value {
  return {
    state: 'known',
    type: 'list',
    items: items.map(([presence, plain]) => ({ presence, value: value(plain) })),
    origin: source(),
    ...(isOpen ? { openEnded: unresolved({ subject: 'var.more' }) } : {}),
  };
}

export function openMap(plain: { readonly [key: string]: Plain }): Value {
  const map = value(plain);
  if (map.state !== 'known' || map.type !== 'map') return map;
  return { ...map, openEnded: unresolved({ subject: 'var.more' }) };
}

export function buildKind(
  kind: string,
  properties: Readonly<Record<string, Plain>>,
  rest: Partial<Resource> = {},
): Resource {
  return {
    kind,
    address: 'aws_test.this',
    name: 'this',
    format: 'terraform',
    sourceType: 'aws_test',
    unit: '.',
    environment: 'default',
    presence: 'yes',
    properties: new Map(Object.entries(properties).map(([name, plain]) => [name, value(plain)])),
    location: at(1),
    calledFrom: [],
    movedFrom: [],
    foldedFrom: [],
    ...rest,
  };
}
