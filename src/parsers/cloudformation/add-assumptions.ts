/** Says of a value, and of everything in it, that it rests on further assumptions. Bounded by the caller's budget. */
import type { Assumption, Origin, Value } from '../../model/value.ts';

/** More than these say nothing new to a reader. */
const MOST_ASSUMPTIONS = 20;

/** The value with the assumptions added throughout. `spend` is asked once per value; when it refuses, the rest stays. */
export function addAssumptions(value: Value, added: readonly Assumption[], spend: () => boolean): Value {
  if (added.length === 0 || value.state === 'absent' || !spend()) return value;
  const origin = withAssumptions(value.origin, added);
  if (value.state !== 'known' || value.type === 'scalar') return { ...value, origin };
  if (value.type === 'list') {
    const items = value.items.map((item) => ({ ...item, value: addAssumptions(item.value, added, spend) }));
    return { ...value, origin, items };
  }
  const entries = [...value.entries].map(([key, entry]) => [key, addAssumptions(entry, added, spend)] as const);
  return { ...value, origin, entries: new Map(entries) };
}

function withAssumptions(origin: Origin, added: readonly Assumption[]): Origin {
  const known = origin.assumptions ?? [];
  const fresh = added.filter((assumption) => !known.some((other) => other.subject === assumption.subject));
  return { ...origin, assumptions: [...known, ...fresh].slice(0, MOST_ASSUMPTIONS) };
}
