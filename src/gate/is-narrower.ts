/**
 * Decides whether updated evidence is provably narrower than before, by the partial order its rule declares. What is
 * not provable is not narrower: an update then counts as new.
 */
import { canonicalJson } from '../documents/canonical-json.ts';
import type { NarrowerOrder } from '../model/rule.ts';
import type { Evidence, Fact } from '../model/rule-result.ts';
import { isCidrSubset } from './is-cidr-subset.ts';

type Direction = NarrowerOrder[string];

/** True when every fact is equal or moved in the direction the order calls safe, and no fact was added. */
export function isNarrower(before: Evidence, after: Evidence, order: NarrowerOrder | undefined): boolean {
  if (order === undefined) return false;
  const names = new Set([...Object.keys(before.facts), ...Object.keys(after.facts)]);
  return [...names].every((name) => {
    const old = Object.hasOwn(before.facts, name) ? before.facts[name] : undefined;
    const now = Object.hasOwn(after.facts, name) ? after.facts[name] : undefined;
    if (canonicalJson(old) === canonicalJson(now) && (old === undefined) === (now === undefined)) return true;
    const last = lastSegment(name);
    const direction = Object.hasOwn(order, last) ? order[last] : undefined;
    return direction !== undefined && movedSafely(old, now, direction);
  });
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
