/**
 * Marks everything inside a value as secret and drops the source text that would show it.
 */
import type { Origin, UnresolvedValue, Value } from '../../../model/value.ts';

/** A copy in which every scalar is sensitive. Nesting is bounded by the evaluation. */
export function markSensitive(value: Value): Value {
  if (value.state === 'unresolved') return withoutKnownText(value);
  if (value.state !== 'known') return value;
  const origin = withoutText(value.origin);
  if (value.type === 'scalar') return { ...value, origin, sensitive: true };
  if (value.type === 'list') {
    const items = value.items.map((item) => ({ presence: item.presence, value: markSensitive(item.value) }));
    return { ...value, origin, items };
  }
  const entries = new Map([...value.entries].map(([key, nested]) => [key, markSensitive(nested)] as const));
  return { ...value, origin, entries };
}

function withoutText(origin: Origin): Origin {
  const { text: _hidden, ...rest } = origin;
  return rest;
}

function withoutKnownText(value: UnresolvedValue): UnresolvedValue {
  const { knownPrefix: _prefix, pieces: _pieces, ...rest } = value;
  return { ...rest, origin: withoutText(value.origin) };
}
