/**
 * Evaluates a named thing once: a local, a variable, an attribute, an output. Finds cycles and bounds the nesting of
 * what is kept.
 */
import type { Origin, Value } from '../../../model/value.ts';
import { isTooLarge } from '../values/is-too-large.ts';
import { sizeOf } from '../values/size-of.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import type { Session } from './session.ts';
import { shareSteps } from './share-steps.ts';
import { takeSteps } from './take-steps.ts';

/** The name as written, and where it is defined. */
export interface Named {
  readonly key: string;
  readonly subject: string;
  readonly origin: Origin;
}

/** The kept value, or the computed one; a name that needs itself is unresolved `cycle` with a Problem. */
export function memoize(
  session: Session,
  memo: Map<string, Value | 'evaluating'>,
  named: Named,
  compute: () => Value,
): Value {
  const kept = memo.get(named.key);
  if (kept === 'evaluating') return reportCycle(session, named);
  if (kept !== undefined) return kept;
  memo.set(named.key, 'evaluating');
  const value = shareSteps(session, named.origin.location, () => {
    const computed = compute();
    const affordable = takeSteps(session, sizeOf(computed));
    return !affordable || isTooLarge(computed, session.limits.nesting) ? reportSize(session, named) : computed;
  });
  memo.set(named.key, value);
  return value;
}

function reportCycle(session: Session, { subject, origin }: Named): Value {
  session.problems.add({
    code: 'reference-cycle',
    effect: 'note',
    message: `${subject} refers to itself`,
    ...(origin.location ? { location: origin.location } : {}),
    unit: session.unit,
  });
  return makeUnresolved('cycle', subject, origin, { mayBeAbsent: true });
}

function reportSize(session: Session, { subject, origin }: Named): Value {
  session.problems.add({
    code: 'budget-exceeded',
    effect: 'not-evaluated',
    message: `${subject} is too large or nests deeper than ${session.limits.nesting} levels`,
    ...(origin.location ? { location: origin.location } : {}),
    unit: session.unit,
  });
  return makeUnresolved('budget-exceeded', subject, origin, { mayBeAbsent: true });
}
