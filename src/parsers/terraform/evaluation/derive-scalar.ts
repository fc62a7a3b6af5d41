/**
 * A scalar computed from other values: it inherits their assumptions and their secrecy.
 */
import type { Origin, ScalarValue, Value } from '../../../model/value.ts';
import { gatherTraits } from '../values/gather-traits.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { mergeAssumptions } from '../values/merge-assumptions.ts';

/** The scalar at `origin`. */
export function deriveScalar(
  value: string | number | boolean,
  operands: readonly Value[],
  origin: Origin,
): ScalarValue {
  const traits = gatherTraits(operands);
  const assumptions = mergeAssumptions(origin.assumptions, traits.assumptions);
  return makeScalar(value, assumptions ? { ...origin, assumptions } : origin, traits.sensitive);
}
