/**
 * Decides whether updated evidence is provably narrower than before, by the partial order its rule declares. What is
 * not provable is not narrower: an update then counts as new.
 */
import { canonicalJson } from '../documents/canonical-json.ts';
import type { NarrowerOrder } from '../model/rule.ts';
import type { Evidence, Fact } from '../model/rule-result.ts';
import { isCidrSubset } from './is-cidr-subset.ts';

type Direction = NarrowerOrder[string];

/**
 * True when every fact is equal or moved in the direction the order calls safe, and no fact was added. A fact that is
 * an object (a statement of a policy) is compared key by key.
 */
export function isNarrower(before: Evidence, after: Evidence, order: NarrowerOrder | undefined): boolean {
  if (order === undefined) return false;
  return isObjectNarrower(before.facts, after.facts, order, 0);
}

type FactObject = { readonly [key: string]: Fact };

/** Facts below this depth have to be equal. */
const MAX_DEPTH = 5;

function isObjectNarrower(before: FactObject, after: FactObject, order: NarrowerOrder, depth: number): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].every((name) => {
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    const now = Object.hasOwn(after, name) ? after[name] : undefined;
    if (canonicalJson(old) === canonicalJson(now) && (old === undefined) === (now === undefined)) return true;
    const last = lastSegment(name);
    const direction = Object.hasOwn(order, last) ? order[last] : undefined;
    if (direction !== undefined) return movedSafely(old, now, direction);
    return isObject(old) && isObject(now) && depth < MAX_DEPTH && isObjectNarrower(old, now, order, depth + 1);
  });
}

function isObject(fact: Fact | undefined): fact is FactObject {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact);
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).replace(/\[[^\]]*\]$/, '');
}

function movedSafely(before: Fact | undefined, after: Fact | undefined, direction: Direction): boolean {
  switch (direction) {
    case 'no-longer-set':
      return before !== undefined && after === undefined;
    case 'smaller':
      return typeof before === 'number' && typeof after === 'number' && after < before;
    case 'greater':
      return typeof before === 'number' && typeof after === 'number' && after > before;
    case 'cidr-subset':
      return typeof before === 'string' && typeof after === 'string' && isCidrSubset(after, before);
    case 'list-subset':
      return isListSubset(before, after);
  }
}

function isListSubset(before: Fact | undefined, after: Fact | undefined): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return false;
  const known = new Set(before.map(canonicalJson));
  return after.every((item) => known.has(canonicalJson(item)));
}
