/**
 * Builds known lists from values that are all present. May not look into the values.
 */
import type { ListItem, ListValue, Origin, UnresolvedValue, Value } from '../../../model/value.ts';

/** A list of certainly present values. */
export function makeList(values: readonly Value[], origin: Origin, openEnded?: UnresolvedValue): ListValue {
  const items: ListItem[] = values.map((value) => ({ presence: 'yes', value }));
  return { state: 'known', type: 'list', items, ...(openEnded ? { openEnded } : {}), origin };
}
