/** Whether two values are certainly the same, wherever they were written. May not call unknown parts equal. */
import type { ListValue, MapValue, Value } from '../../model/value.ts';
import { scalarText } from './scalar-text.ts';

/** True only where both are known throughout (or the same reference) and equal; presence counts. */
export function equalValues(a: Value, b: Value): boolean {
  if (a.state === 'reference' && b.state === 'reference') return a.target === b.target && a.attribute === b.attribute;
  if (a.state === 'null' || a.state === 'absent') return a.state === b.state;
  if (a.state !== 'known' || b.state !== 'known') return false;
  if (a.type === 'scalar') return b.type === 'scalar' && scalarText(a) === scalarText(b);
  if (a.type === 'list') return b.type === 'list' && equalLists(a, b);
  return b.type === 'map' && equalMaps(a, b);
}

function equalLists(a: ListValue, b: ListValue): boolean {
  if (a.items.length !== b.items.length || a.openEnded !== undefined || b.openEnded !== undefined) return false;
  return a.items.every((item, index) => {
    const other = b.items[index];
    return other !== undefined && item.presence === other.presence && equalValues(item.value, other.value);
  });
}

function equalMaps(a: MapValue, b: MapValue): boolean {
  if (a.entries.size !== b.entries.size || a.openEnded !== undefined || b.openEnded !== undefined) return false;
  for (const [key, value] of a.entries) {
    const other = b.entries.get(key);
    if (other === undefined || !equalValues(value, other)) return false;
  }
  return true;
}
