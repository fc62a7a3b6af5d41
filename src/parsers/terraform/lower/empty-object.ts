/** Makes the objects that lowering puts properties into. May not invent a place for them. */
import type { MapValue, Origin } from '../../../model/value.ts';

/** An object nobody has written anything into yet. */
export function emptyObject(origin: Origin | undefined): MapValue {
  return { state: 'known', type: 'map', entries: new Map(), origin: origin ?? { from: 'computed' } };
}
