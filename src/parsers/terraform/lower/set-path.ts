/** Puts values into nested objects. The caller owns the outermost map; objects on the way are copied, never changed. */
import type { Value } from '../../../model/value.ts';
import { emptyObject } from './empty-object.ts';

/** Sets a property below objects that are made on the way; lists and objects that meet are joined, unknown objects stay unknown. */
export function setPath(properties: Map<string, Value>, path: readonly string[], value: Value): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  const current = properties.get(name);
  if (rest.length === 0) {
    properties.set(name, current === undefined ? value : joinLists(current, value));
    return;
  }
  if (current?.state === 'unresolved' || current?.state === 'reference') return;
  const parent = current?.state === 'known' && current.type === 'map' ? current : emptyObject(value.origin);
  const entries = new Map(parent.entries);
  setPath(entries, rest, value);
  properties.set(name, { ...parent, entries });
}

function joinLists(first: Value, second: Value): Value {
  const areLists =
    first.state === 'known' && first.type === 'list' && second.state === 'known' && second.type === 'list';
  if (first.state === 'unresolved' && second.state === 'known' && second.type === 'list') {
    return { ...second, openEnded: second.openEnded ?? first };
  }
  if (first.state === 'reference' && second.state === 'known' && second.type === 'list') {
    return { ...second, items: [{ presence: 'yes', value: first }, ...second.items] };
  }
  if (first.state === 'known' && first.type === 'map' && second.state === 'known' && second.type === 'map') {
    return { ...second, entries: new Map([...first.entries, ...second.entries]) };
  }
  if (!areLists) return second;
  const openEnded = first.openEnded ?? second.openEnded;
  return { ...first, items: [...first.items, ...second.items], ...(openEnded && { openEnded }) };
}
