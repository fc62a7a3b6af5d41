/** Opens a counter for one stage of a run. The limit comes from the configuration; nothing here has a default. */
import type { Budget, BudgetLimits } from '../model/budget.ts';

/** An unspent budget with the limit of that name. */
export function createBudget(name: keyof BudgetLimits, limits: BudgetLimits): Budget {
  return { name, limit: limits[name], spent: 0 };
}
