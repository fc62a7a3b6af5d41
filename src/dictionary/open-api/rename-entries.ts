/** Object fields under the names of the dictionary. May not change what is not scalar. */
import type { MapValue, Value } from '../../model/value.ts';

/** Property names by field name; the fields that are written, under their property names. */
export function renameEntries(map: MapValue, names: Readonly<Record<string, string>>): Map<string, Value> {
  const renamed = new Map<string, Value>();
  for (const [field, property] of Object.entries(names)) {
    const value = map.entries.get(field);
    if (value !== undefined && value.state !== 'null' && value.state !== 'absent') renamed.set(property, value);
    else if (map.openEnded && value === undefined) renamed.set(property, { ...map.openEnded, mayBeAbsent: true });
  }
  return renamed;
}
