/**
 * Builds known scalars. May not decide anything: callers pass the origin, which already carries the assumptions.
 */
import type { Origin, ScalarValue } from '../../../model/value.ts';

/** A known string, number or boolean. A sensitive one loses its source text, so that nothing can print it. */
export function makeScalar(value: string | number | boolean, origin: Origin, sensitive = false): ScalarValue {
  if (!sensitive) return { state: 'known', type: 'scalar', value, origin };
  const { text: _hidden, ...rest } = origin;
  return { state: 'known', type: 'scalar', value, origin: rest, sensitive: true };
}
