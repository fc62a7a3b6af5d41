/**
 * A certain error of an expression: Terraform would refuse it. Data, never an exception.
 */
import type { Origin, UnresolvedValue } from '../../../model/value.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import type { Session } from './session.ts';

/** Unresolved `invalid-value`, counted so that `try` and `can` see it. */
export function fail(session: Session, subject: string, origin: Origin): UnresolvedValue {
  session.failures += 1;
  return makeUnresolved('invalid-value', subject, origin);
}
