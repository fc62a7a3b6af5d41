/**
 * Looks for the part of a value that is not known. What it finds first is what a result that rests on the whole
 * value names as its reason.
 */
import type { ListValue, MapValue, UnresolvedValue, Value } from '../../../model/value.ts';
import { makeUnresolved } from './make-unresolved.ts';

/** Beyond this many parts a value counts as not known. */
const MOST_VISITED = 200_000;

interface Walk {
  visited: number;
}

/** The first unknown inside a value, depth first; a reference counts as computed by the provider. */
export function findUnknown(value: Value): UnresolvedValue | undefined {
  return visit(value, { visited: 0 });
}

function visit(value: Value, walk: Walk): UnresolvedValue | undefined {
  if (value.state === 'unresolved') return value;
  if (value.state === 'reference') {
    const subject = value.attribute === '' ? value.target : `${value.target}.${value.attribute}`;
    return makeUnresolved('provider-computed', subject, value.origin);
  }
  if (value.state !== 'known' || value.type === 'scalar') return undefined;
  walk.visited += 1 + (value.type === 'list' ? value.items.length : value.entries.size);
  if (walk.visited > MOST_VISITED) return makeUnresolved('budget-exceeded', 'a large value', value.origin);
  return (value.type === 'list' ? visitItems(value, walk) : visitEntries(value, walk)) ?? value.openEnded;
}

function visitItems({ items, origin }: ListValue, walk: Walk): UnresolvedValue | undefined {
  for (const { presence, value } of items) {
    const unknown = visit(value, walk);
    if (unknown) return unknown;
    if (presence !== 'yes') return makeUnresolved('unknown-condition', 'an element that may be missing', origin);
  }
  return undefined;
}

function visitEntries({ entries }: MapValue, walk: Walk): UnresolvedValue | undefined {
  for (const value of entries.values()) {
    const unknown = visit(value, walk);
    if (unknown) return unknown;
  }
  return undefined;
}
