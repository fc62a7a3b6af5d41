/**
 * A name the configuration does not declare: unresolved, and said once.
 */
import type { Problem } from '../../../model/problem.ts';
import type { Origin, UnresolvedValue } from '../../../model/value.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import type { Session } from './session.ts';

/** Unresolved `undeclared-name` with a Problem at the first place that uses it. */
export function reportUndeclared(session: Session, subject: string, origin: Origin): UnresolvedValue {
  const shown = subject.length > 120 ? subject.slice(0, 120) : subject;
  session.failures += 1;
  const problem: Problem = {
    code: 'undeclared-reference',
    effect: 'note',
    message: `${shown} is not declared here`,
    ...(origin.location ? { location: origin.location } : {}),
    unit: session.unit,
  };
  session.problems.add(problem, `${directoryOf(problem)} ${subject}`);
  return makeUnresolved('undeclared-name', subject, origin, { mayBeAbsent: true });
}

/** The same name may be missing in several modules. */
function directoryOf({ location }: Problem): string {
  const path = location?.path ?? '';
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
