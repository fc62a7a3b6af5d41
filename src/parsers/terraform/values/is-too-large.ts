/**
 * Bounds nesting and size of kept values, so that everything that walks a value later may recurse and finishes. Small
 * text can name a huge value: `[local.a, local.a]` doubles with every step.
 */
import type { Value } from '../../../model/value.ts';

const MOST_PARTS = 100_000;

/** Whether a value nests deeper than `depth` or has more than 100,000 parts. Looks no further than that. */
export function isTooLarge(value: Value, depth: number): boolean {
  return countParts(value, depth, MOST_PARTS) < 0;
}

/** What is left of `room`; negative when the value does not fit. */
function countParts(value: Value, depth: number, room: number): number {
  if (value.state !== 'known' || value.type === 'scalar') return room - 1;
  if (depth <= 0) return -1;
  let left = room - 1;
  const nested = value.type === 'list' ? value.items.length : value.entries.size;
  if (nested > left) return -1;
  if (value.type === 'list') {
    for (const item of value.items) {
      left = countParts(item.value, depth - 1, left);
      if (left < 0) return -1;
    }
    return left;
  }
  for (const entry of value.entries.values()) {
    left = countParts(entry, depth - 1, left);
    if (left < 0) return -1;
  }
  return left;
}
