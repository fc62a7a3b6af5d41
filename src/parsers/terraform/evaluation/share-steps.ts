/**
 * Gives one thing (an argument, an expansion) at most half of the steps that are left, so that none of them leaves
 * nothing for the rest of the unit.
 */
import type { Location } from '../../../model/location.ts';
import type { Session } from './session.ts';

/** What `compute` gives. What it needs on its way shares its steps; `location` is where running out is reported. */
export function shareSteps<Result>(session: Session, location: Location | undefined, compute: () => Result): Result {
  const { budget, current } = session;
  const until = current?.until ?? budget.spent + Math.ceil((budget.limit - budget.spent) / 2);
  session.current = { until, location: location ?? current?.location };
  const result = compute();
  session.current = current;
  return result;
}
