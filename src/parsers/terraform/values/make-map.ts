/**
 * Builds known maps. Keys are in Terraform's own order (lexical), so that the order in a file never shows.
 */
import type { MapValue, Origin, UnresolvedValue, Value } from '../../../model/value.ts';

/** A map with sorted keys; of two equal keys the later entry wins. */
export function makeMap(
  entries: Iterable<readonly [string, Value]>,
  origin: Origin,
  openEnded?: UnresolvedValue,
): MapValue {
  const unsorted = new Map(entries);
  const keys = [...unsorted.keys()];
  const sorted = isSorted(keys) ? unsorted : new Map([...unsorted].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { state: 'known', type: 'map', entries: sorted, ...(openEnded ? { openEnded } : {}), origin };
}

function isSorted(keys: readonly string[]): boolean {
  for (let at = 1; at < keys.length; at += 1) if ((keys[at] ?? '') < (keys[at - 1] ?? '')) return false;
  return true;
}
