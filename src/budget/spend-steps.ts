/** Counting against a budget. Steps, never time: the same input meets the same limit on every machine. */
import type { Budget } from '../model/budget.ts';

/**
 * Takes `steps` from a budget. Returns false once the limit is passed; the caller stops and reports
 * `budget-exceeded`. `spent` stays monotone so that the receipt can say how far it went.
 */
export function spendSteps(budget: Budget, steps: number): boolean {
  budget.spent += steps;
  return budget.spent <= budget.limit;
}
