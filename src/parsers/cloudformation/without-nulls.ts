/** Removes nulls (`AWS::NoValue`) from a value that has no type in the dictionary; typed values lose theirs there. */
import type { ListItem, Value } from '../../model/value.ts';

/** The value with null elements and entries left out at every depth; null itself becomes absent. */
export function withoutNulls(value: Value): Value {
  if (value.state === 'null') return { state: 'absent', origin: value.origin };
  if (value.state !== 'known' || value.type === 'scalar') return value;
  if (value.type === 'list') {
    const items = value.items.map((item): ListItem => ({ ...item, value: withoutNulls(item.value) }));
    return { ...value, items: items.filter((item) => item.value.state !== 'absent') };
  }
  const entries = [...value.entries].map(([key, entry]) => [key, withoutNulls(entry)] as const);
  return { ...value, entries: new Map(entries.filter(([, entry]) => entry.state !== 'absent')) };
}
