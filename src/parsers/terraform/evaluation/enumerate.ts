/**
 * The elements of a collection with their keys, as `for`, `dynamic`, splats and template loops see them.
 */
import type { Origin, Presence, UnresolvedValue, Value } from '../../../model/value.ts';
import { makeScalar } from '../values/make-scalar.ts';

export interface Element {
  readonly key: Value;
  readonly value: Value;
  readonly presence: Presence;
}

export interface Elements {
  readonly elements: readonly Element[];
  readonly openEnded: UnresolvedValue | undefined;
}

/** Elements of a known list, set or map; undefined for everything else. The key of a set's element is the element. */
export function enumerate(collection: Value, origin: Origin): Elements | undefined {
  if (collection.state !== 'known' || collection.type === 'scalar' || collection.encoded) return undefined;
  const { openEnded } = collection;
  if (collection.type === 'map') {
    const elements = [...collection.entries].map(([key, value]): Element => {
      return { key: makeScalar(key, origin), value, presence: 'yes' };
    });
    return { elements, openEnded };
  }
  const isSet = collection.unordered === true;
  const elements = collection.items.map(({ value, presence }, at): Element => {
    return { key: isSet ? value : makeScalar(at, origin), value, presence };
  });
  return { elements, openEnded };
}
