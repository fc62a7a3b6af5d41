/**
 * Three-valued equality over values. Equal only when certain, different only when provable, unknown otherwise:
 * references and unresolved parts inside lists and maps included. Numbers compare by value.
 */
import type { ListValue, MapValue } from '../../model/value.ts';
import { BudgetExceeded } from './budget-exceeded.ts';
import { type Frame, VALUE_DEPTH } from './frame.ts';
import type { CelScalar, CelValue } from './operand.ts';

export type Equality = 'true' | 'false' | 'unknown';

/** Whether two values are equal. Absent equals nothing. Errors must have been handled before. */
export function equalValues(left: CelValue, right: CelValue, frame: Frame, depth = 0): Equality {
  frame.spend(1);
  if (depth > VALUE_DEPTH) throw new BudgetExceeded('nesting');
  if (left.state === 'absent' || right.state === 'absent') return 'false';
  if (left.state === 'unresolved') return againstUnresolved(left.knownPrefix, right);
  if (right.state === 'unresolved') return againstUnresolved(right.knownPrefix, left);
  if (left.state === 'reference' || right.state === 'reference') return 'unknown';
  if (left.state === 'error' || right.state === 'error') return 'unknown';
  if (left.state === 'null' || right.state === 'null') return left.state === right.state ? 'true' : 'false';
  if (left.type === 'scalar' || right.type === 'scalar') return equalScalars(left, right);
  if (left.type === 'list') return right.type === 'list' ? equalLists(left, right, frame, depth) : 'false';
  return right.type === 'map' ? equalMaps(left, right, frame, depth) : 'false';
}

function againstUnresolved(prefix: string | undefined, other: CelValue): Equality {
  if (prefix === undefined || other.state !== 'known' || other.type !== 'scalar') return 'unknown';
  return typeof other.value === 'string' && other.value.startsWith(prefix) ? 'unknown' : 'false';
}

function equalScalars(left: CelScalar | ListValue | MapValue, right: CelScalar | ListValue | MapValue): Equality {
  if (left.type !== 'scalar' || right.type !== 'scalar') {
    // Structure that stands for JSON text may print in many ways, so it may or may not equal a string.
    return 'encoded' in left || 'encoded' in right ? 'unknown' : 'false';
  }
  const [one, other] = [left.value, right.value];
  // `1n === 1` is false in JavaScript; the order operators compare the two kinds of number by value.
  if (isNumber(one) && isNumber(other)) return verdict(one <= other && one >= other);
  return verdict(one === other);
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function verdict(same: boolean): Equality {
  return same ? 'true' : 'false';
}

function equalLists(left: ListValue, right: ListValue, frame: Frame, depth: number): Equality {
  if (!isFixed(left) || !isFixed(right)) return sizesMayMeet(left, right) ? 'unknown' : 'false';
  if (left.items.length !== right.items.length) return 'false';
  let result: Equality = 'true';
  for (const [index, item] of left.items.entries()) {
    const other = right.items[index];
    const same = other === undefined ? 'false' : equalValues(item.value, other.value, frame, depth + 1);
    if (same === 'false') return 'false';
    if (same === 'unknown') result = 'unknown';
  }
  return result;
}

function isFixed(list: ListValue): boolean {
  return list.openEnded === undefined && list.items.every((item) => item.presence === 'yes');
}

function sizesMayMeet(left: ListValue, right: ListValue): boolean {
  return leastSize(left) <= greatestSize(right) && leastSize(right) <= greatestSize(left);
}

function leastSize(list: ListValue): number {
  return list.items.filter((item) => item.presence === 'yes').length;
}

function greatestSize(list: ListValue): number {
  return list.openEnded === undefined ? list.items.length : Number.POSITIVE_INFINITY;
}

function equalMaps(left: MapValue, right: MapValue, frame: Frame, depth: number): Equality {
  let result: Equality = left.openEnded === undefined && right.openEnded === undefined ? 'true' : 'unknown';
  for (const key of new Set([...left.entries.keys(), ...right.entries.keys()])) {
    const same = equalEntries(left, right, key, { frame, depth });
    if (same === 'false') return 'false';
    if (same === 'unknown') result = 'unknown';
  }
  return result;
}

function equalEntries(left: MapValue, right: MapValue, key: string, at: { frame: Frame; depth: number }): Equality {
  const one = left.entries.get(key);
  const other = right.entries.get(key);
  if (one !== undefined && other !== undefined) return equalValues(one, other, at.frame, at.depth + 1);
  const lacking = one === undefined ? left : right;
  const having = one ?? other;
  if (lacking.openEnded !== undefined) return 'unknown';
  if (having === undefined || having.state === 'absent') return 'true';
  return having.state === 'unresolved' && having.mayBeAbsent ? 'unknown' : 'false';
}
