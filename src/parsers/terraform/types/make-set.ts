/**
 * A set: sorted texts, without duplicates.
 */
import type { ListItem, ListValue, Origin, UnresolvedValue } from '../../../model/value.ts';
import { compareValues } from '../values/compare-values.ts';
import { encodeJson } from '../values/encode-json.ts';

/** The items as a set. Items that may be equal but are not known stay side by side. */
export function makeSet(items: readonly ListItem[], origin: Origin, openEnded?: UnresolvedValue): ListValue {
  const byText = new Map<string, ListItem>();
  const unknown: ListItem[] = [];
  for (const item of items) {
    const text = encodeJson(item.value);
    if (text === undefined) {
      if (!unknown.some((other) => compareValues(other.value, item.value) === true)) unknown.push(item);
      continue;
    }
    const kept = byText.get(text);
    if (!kept || kept.presence === 'unknown') byText.set(text, item);
  }
  const sorted = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  return {
    state: 'known',
    type: 'list',
    items: [...sorted, ...unknown],
    unordered: true,
    ...(openEnded ? { openEnded } : {}),
    origin,
  };
}
