/**
 * Spends the unit's step budget and reports once when it is gone.
 */
import { spendSteps } from '../../../budget/spend-steps.ts';
import type { Session } from './session.ts';

/** False once the budget is gone: the caller stops and gives unresolved `budget-exceeded`. */
export function takeSteps(session: Session, steps: number): boolean {
  if (spendSteps(session.budget, steps)) return true;
  session.problems.add({
    code: 'budget-exceeded',
    effect: 'not-evaluated',
    message: `Evaluating this directory takes more than ${session.budget.limit} steps; the rest is unresolved`,
    unit: session.unit,
  });
  return false;
}
