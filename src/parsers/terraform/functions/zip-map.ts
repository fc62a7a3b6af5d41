/**
 * `zipmap(keys, values)`: the values may be unknown, the keys and the lengths may not.
 */
import type { Value } from '../../../model/value.ts';
import { fail } from '../evaluation/fail.ts';
import { propagate } from '../evaluation/propagate.ts';
import { makeMap } from '../values/make-map.ts';
import { toText } from '../values/to-text.ts';
import type { CallSite } from './terraform-function.ts';

/** A map from each key to the value at its place. */
export function zipMap(values: readonly Value[], site: CallSite): Value {
  const [keys, items] = values;
  const failed = (): Value => propagate(values, site.origin) ?? fail(site.env.session, 'zipmap()', site.origin);
  if (keys?.state !== 'known' || keys.type !== 'list' || items?.state !== 'known' || items.type !== 'list')
    return failed();
  if (keys.openEnded || items.openEnded || keys.items.length !== items.items.length) return failed();
  const entries: [string, Value][] = [];
  for (const [at, key] of keys.items.entries()) {
    const name = toText(key.value);
    const item = items.items[at];
    if (name === undefined || !item || item.presence !== 'yes' || key.presence !== 'yes') return failed();
    entries.push([name, item.value]);
  }
  return makeMap(entries, site.origin);
}
