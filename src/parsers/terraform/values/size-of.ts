/**
 * How much work it is to look at a value, in steps of the budget.
 */
import type { Value } from '../../../model/value.ts';

/** Grows with the elements of a collection and the length of a text; small values are free. */
export function sizeOf(value: Value): number {
  if (value.state !== 'known') return 0;
  if (value.type === 'list') return value.items.length >> 2;
  if (value.type === 'map') return value.entries.size >> 2;
  return typeof value.value === 'string' ? value.value.length >> 5 : 0;
}
