/** Unresolved values made by the engine, for what the model expresses otherwise (presence, open ends). */
import type { Origin, UnresolvedReason, UnresolvedValue } from '../../model/value.ts';

/** A value of which only the reason is known. */
export function unresolvedBecause(
  reason: UnresolvedReason,
  subject: string,
  origin: Origin = { from: 'computed' },
): UnresolvedValue {
  return { state: 'unresolved', reason, subject, mayBeAbsent: false, origin };
}
