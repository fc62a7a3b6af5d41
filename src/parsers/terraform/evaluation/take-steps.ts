/**
 * Spends the unit's step budget and reports at its place what goes beyond it.
 */
import { spendSteps } from '../../../budget/spend-steps.ts';
import type { Session } from './session.ts';

/** False once the budget, or the share of what is being evaluated, is gone: the caller stops and gives unresolved. */
export function takeSteps(session: Session, steps: number): boolean {
  const { budget, current } = session;
  const until = current?.until ?? budget.limit;
  spendSteps(budget, steps);
  if (budget.spent <= until) return true;
  // One product of a billion costs what it may, not what it asked for: the rest still has its steps.
  budget.spent = until;
  session.problems.add({
    code: 'budget-exceeded',
    effect: 'not-evaluated',
    message: `Evaluating this takes too many of the ${budget.limit} steps of its directory; it is unresolved`,
    ...(current?.location && { location: current.location }),
    unit: session.unit,
  });
  return false;
}
