/**
 * A value that is too large to be made. Said with its place, because a changed input that was not evaluated fails.
 */
import type { Origin, UnresolvedValue } from '../../../model/value.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import type { Session } from './session.ts';

/** Unresolved `budget-exceeded` with a Problem, once per subject. */
export function exceedBudget(session: Session, subject: string, origin: Origin): UnresolvedValue {
  session.problems.add(
    {
      code: 'budget-exceeded',
      effect: 'not-evaluated',
      message: `The result of ${subject.slice(0, 80)} is too large to be evaluated`,
      ...(origin.location ? { location: origin.location } : {}),
      unit: session.unit,
    },
    `size of ${subject}`,
  );
  return makeUnresolved('budget-exceeded', subject, origin, { mayBeAbsent: true });
}
