/**
 * Equality of two values in three-valued logic: true, false, or not known. Used by `==`, sets and `contains`.
 */
import type { AbsentValue, ListValue, MapValue, NullValue, Value } from '../../../model/value.ts';
import { encodeJson } from './encode-json.ts';
import { toText } from './to-text.ts';

/** True or false where it is certain, undefined where an unknown part could decide either way. */
export function compareValues(a: Value, b: Value): boolean | undefined {
  if (isNothing(a) || isNothing(b)) return compareWithNull(a, b);
  if (a.state === 'reference' && b.state === 'reference') {
    return a.target === b.target && a.attribute === b.attribute ? true : undefined;
  }
  if (a.state === 'unresolved' || b.state === 'unresolved') return comparePrefix(a, b);
  if (a.state !== 'known' || b.state !== 'known') return undefined;
  if (isDocument(a) !== isDocument(b)) return compareTexts(a, b);
  if (a.type === 'scalar' && b.type === 'scalar') return a.value === b.value;
  if (a.type === 'list' && b.type === 'list') return compareLists(a, b);
  if (a.type === 'map' && b.type === 'map') return compareMaps(a, b);
  return false;
}

function isNothing(value: Value): value is NullValue | AbsentValue {
  return value.state === 'null' || value.state === 'absent';
}

function isDocument(value: Value): boolean {
  return value.state === 'known' && value.type !== 'scalar' && value.encoded === 'json';
}

/** An identifier that the provider computes is never null; anything else that is unknown may be. */
function compareWithNull(a: Value, b: Value): boolean | undefined {
  const other = isNothing(a) ? b : a;
  if (isNothing(other)) return true;
  if (other.state === 'known') return false;
  if (other.state === 'unresolved') return other.mayBeAbsent ? undefined : false;
  return ['', 'id', 'arn'].includes(other.attribute) ? false : undefined;
}

/** A template with a known start differs from every text that starts differently. */
function comparePrefix(a: Value, b: Value): boolean | undefined {
  const prefix = a.state === 'unresolved' ? a.knownPrefix : b.state === 'unresolved' ? b.knownPrefix : undefined;
  const text = toText(a) ?? toText(b);
  if (prefix === undefined || text === undefined) return undefined;
  return text.startsWith(prefix) ? undefined : false;
}

function compareTexts(a: Value, b: Value): boolean | undefined {
  const left = toText(a);
  const right = toText(b);
  return left === undefined || right === undefined ? undefined : left === right;
}

function compareLists(a: ListValue, b: ListValue): boolean | undefined {
  if (a.items === b.items && encodeJson(a) !== undefined) return true;
  const open = a.openEnded !== undefined || b.openEnded !== undefined;
  const certain = [...a.items, ...b.items].every((item) => item.presence === 'yes');
  if (open || !certain) return undefined;
  if (a.items.length !== b.items.length) return false;
  let answer: boolean | undefined = true;
  for (const [at, item] of a.items.entries()) {
    const other = b.items[at];
    const same = other === undefined ? false : compareValues(item.value, other.value);
    if (same === false) return false;
    if (same === undefined) answer = undefined;
  }
  return answer;
}

function compareMaps(a: MapValue, b: MapValue): boolean | undefined {
  if (a.entries === b.entries && encodeJson(a) !== undefined) return true;
  let answer: boolean | undefined = a.openEnded || b.openEnded ? undefined : true;
  for (const key of new Set([...a.entries.keys(), ...b.entries.keys()])) {
    const left = a.entries.get(key);
    const right = b.entries.get(key);
    if (left === undefined || right === undefined) {
      if ((left === undefined ? a : b).openEnded === undefined) return false;
      continue;
    }
    const same = compareValues(left, right);
    if (same === false) return false;
    if (same === undefined) answer = undefined;
  }
  return answer;
}
