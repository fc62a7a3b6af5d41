/**
 * What was made by an operation that may give anything its author wrote (`replace("*", aws_iam_role.r.arn, "")`).
 * Unknowns that are not ordinary keep their own reason.
 */
import { isOrdinary } from '../../../dictionary/is-ordinary.ts';
import type { UnresolvedReason, Value } from '../../../model/value.ts';

/** The value with the reason `derived-value` where its own was ordinary; nothing is known of its text any more. */
export function asDerived(value: Value): Value {
  if (value.state !== 'unresolved') return value;
  const { knownPrefix: _prefix, pieces: _pieces, ...rest } = value;
  return { ...rest, reason: derivedReason(value.reason) };
}

function derivedReason(reason: UnresolvedReason): UnresolvedReason {
  return isOrdinary(reason) ? 'derived-value' : reason;
}
