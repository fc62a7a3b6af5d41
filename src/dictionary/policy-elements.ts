/**
 * The pieces policy documents are made of: element names, lists of strings, principals, conditions. Same rule for all:
 * keep what is known, leave the unknown as small as it is, report what AWS would reject.
 */
import { PRINCIPAL_TYPES } from '../model/policy-document.ts';
import type { Problem } from '../model/problem.ts';
import type { ListItem, ListValue, MapValue, UnresolvedValue, Value } from '../model/value.ts';
import { clip, problemAt, unresolved } from './coercion.ts';
import { coerceScalar } from './coerce-scalar.ts';

/** What one normalisation collects, and how many more values it may make (shared structure is expanded). */
export interface PolicyContext {
  readonly problems: Problem[];
  remaining: number;
}

/**
 * Entries of an object with the element names checked. An element in other case (`effect`) is not that element for AWS:
 * it is reported and the real one becomes unresolved. Other names are reported as notes; all keys are kept.
 */
export function fixElementNames(map: MapValue, names: readonly string[], context: PolicyContext): Map<string, Value> {
  const entries = new Map<string, Value>();
  for (const [key, value] of map.entries) {
    if (value.state !== 'null' && value.state !== 'absent') entries.set(key, value);
  }
  for (const [key, value] of [...entries]) {
    if (names.includes(key)) continue;
    const meant = names.find((name) => name.toLowerCase() === key.toLowerCase());
    const origin = value.origin ?? map.origin;
    const message = meant ? `"${key}" must be written "${meant}"` : `"${clip(key)}" is not an element of a policy`;
    const effect = meant ? 'not-evaluated' : 'note';
    context.problems.push(problemAt(origin, 'invalid-policy-document', effect, message));
    if (meant !== undefined && !entries.has(meant)) entries.set(meant, unresolved('invalid-value', meant, origin));
  }
  return entries;
}

/** One string or a list of them in, always a list out; unknown lists are open-ended, numbers and booleans are text. */
export function normalizeStrings(value: Value, element: string, context: PolicyContext): Value {
  if (value.state === 'unresolved') {
    if (value.mayBeAbsent) return value;
    if (value.knownPrefix === undefined) return openList(value);
  }
  if (value.state === 'null' || value.state === 'absent') return { state: 'absent' };
  const isList = value.state === 'known' && value.type === 'list';
  const items: readonly ListItem[] = isList ? value.items : [{ presence: 'yes', value }];
  const list: ListValue = isList ? value : { state: 'known', type: 'list', items: [], origin: value.origin };
  context.remaining -= items.length;
  if (context.remaining < 0) return { ...list, items: [], openEnded: tooMuch(value, context) };
  const { encoded: _, ...rest } = list;
  return { ...rest, items: items.flatMap((item) => normalizeString(item, element, context)) };
}

/** Nothing known of it: one string or many. With a known prefix it is one string. */
function openList(value: UnresolvedValue): ListValue {
  return { state: 'known', type: 'list', items: [], openEnded: value, origin: value.origin };
}

function normalizeString(item: ListItem, element: string, context: PolicyContext): readonly ListItem[] {
  const { value } = item;
  if (value.state === 'null' || value.state === 'absent') return [];
  if (value.state !== 'known') return [item];
  const text = value.type === 'scalar' ? coerceScalar(value, 'string') : undefined;
  if (text) return [{ ...item, value: text }];
  const message = `An entry of ${clip(element)} is not a string`;
  context.problems.push(problemAt(value.origin, 'invalid-policy-document', 'not-evaluated', message));
  return [{ ...item, value: unresolved('invalid-value', element, value.origin) }];
}

function tooMuch(value: Value, context: PolicyContext): ReturnType<typeof unresolved> {
  const origin = value.origin ?? { from: 'computed' };
  if (!context.problems.some((problem) => problem.code === 'budget-exceeded')) {
    context.problems.push(problemAt(origin, 'budget-exceeded', 'not-evaluated', 'A policy document is too large'));
  }
  return unresolved('budget-exceeded', 'policy document', origin);
}

/** `"*"` in, `{ AWS: ["*"] }` out; objects keep their types with lists of strings. */
export function normalizePrincipal(value: Value, context: PolicyContext): Value {
  if (value.state !== 'known') return value;
  if (value.type === 'map') {
    const entries = fixElementNames(value, PRINCIPAL_TYPES, context);
    for (const [key, principals] of entries) entries.set(key, normalizeStrings(principals, 'Principal', context));
    return { ...value, entries };
  }
  const isEveryone = value.type === 'scalar' && value.value === '*';
  if (!isEveryone) {
    const message = 'A principal is neither "*" nor an object';
    context.problems.push(problemAt(value.origin, 'invalid-policy-document', 'not-evaluated', message));
  }
  const entries = new Map([['AWS', normalizeStrings(value, 'Principal', context)]]);
  return { state: 'known', type: 'map', entries, origin: value.origin };
}

/** Operators to keys to lists of strings; operators and keys as written. */
export function normalizeCondition(value: Value, context: PolicyContext): Value {
  return mapValues(value, context, (operator) =>
    mapValues(operator, context, (operands) => normalizeStrings(operands, 'Condition', context)),
  );
}

function mapValues(value: Value, context: PolicyContext, change: (inner: Value) => Value): Value {
  if (value.state !== 'known') return value;
  if (value.type !== 'map') {
    const message = 'A condition is not an object of operators and keys';
    context.problems.push(problemAt(value.origin, 'invalid-policy-document', 'not-evaluated', message));
    return unresolved('invalid-value', 'Condition', value.origin);
  }
  const entries = new Map<string, Value>();
  for (const [key, inner] of value.entries) {
    if (inner.state !== 'null' && inner.state !== 'absent') entries.set(key, change(inner));
  }
  return { ...value, entries };
}
