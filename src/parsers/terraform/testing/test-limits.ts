/**
 * Tests only: limits that no ordinary test reaches. May not be imported by product code.
 */
import type { BudgetLimits } from '../../../model/budget.ts';

export const TEST_LIMITS: BudgetLimits = {
  fileBytes: 1_000_000,
  treeBytes: 100_000_000,
  treeEntries: 100_000,
  nesting: 100,
  unitSteps: 300_000,
  unitResources: 1000,
  ruleSteps: 10_000,
  rulesSteps: 1_000_000,
  findings: 1000,
};
