/** Change of an attribute: a value inside a new object. Keeps unknown values unknown; knows no resource type. */
import type { Origin, Value } from '../../../../model/value.ts';

const NOWHERE: Origin = { from: 'computed' };

/** A value as an object with it under one name, among fixed others; for lists of key and value pairs, wrap it again. */
export function objectWith(name: string, fixed: Readonly<Record<string, string>> = {}): (value: Value) => Value {
  return (value) => {
    if (value.state === 'absent' || value.state === 'null') return value;
    const origin = value.origin ?? NOWHERE;
    const entries = new Map<string, Value>([[name, value]]);
    for (const [key, text] of Object.entries(fixed)) {
      entries.set(key, { state: 'known', type: 'scalar', value: text, origin: { ...origin, from: 'computed' } });
    }
    return { state: 'known', type: 'map', entries, origin };
  };
}
