/**
 * The result of an operation one of whose operands is not known.
 */
import type { Origin, UnresolvedReason, UnresolvedValue, Value } from '../../../model/value.ts';
import { isOrdinary } from '../../../dictionary/is-ordinary.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { gatherTraits } from '../values/gather-traits.ts';
import { hasOwnText } from '../values/has-own-text.ts';
import { isComputed } from '../values/is-computed.ts';
import { makeUnresolved, type UnresolvedOptions } from '../values/make-unresolved.ts';
import { mergeAssumptions } from '../values/merge-assumptions.ts';

/**
 * Unresolved at `origin` for the reason of the first unknown in `operands`, one that is not ordinary before others,
 * with the assumptions of all of them; undefined where every operand is known in full.
 */
export function propagate(operands: readonly Value[], origin: Origin, options?: UnresolvedOptions): Value | undefined {
  const unknowns = operands.map(findUnknown).filter((unknown) => unknown !== undefined);
  const unknown = unknowns.find(({ reason }) => !isOrdinary(reason)) ?? unknowns[0];
  if (!unknown) return undefined;
  const assumptions = mergeAssumptions(origin.assumptions, gatherTraits(operands).assumptions);
  return makeUnresolved(
    derivedReason(unknown),
    unknown.subject,
    { ...origin, ...(assumptions ? { assumptions } : {}) },
    { hasOwnText: unknowns.some((part) => hasOwnText(part)), fromComputed: isComputed(unknowns), ...options },
  );
}

/**
 * What AWS computes names something of its own kind: an ARN, an account. What is made out of it may be anything
 * (`replace("*", aws_iam_role.r.arn, "")`), and must not pass for it.
 */
function derivedReason({ reason }: UnresolvedValue): UnresolvedReason {
  return reason === 'provider-computed' || reason === 'pseudo-parameter' ? 'unknown-condition' : reason;
}
