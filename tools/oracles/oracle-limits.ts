/** Limits the oracles run parsers with: large enough that real files never meet them. */
import type { BudgetLimits } from '../../src/model/budget.ts';

export const ORACLE_LIMITS: BudgetLimits = {
  fileBytes: 10_000_000,
  treeBytes: 1_000_000_000,
  treeEntries: 1_000_000,
  nesting: 100,
  unitSteps: 1_000_000,
  unitResources: 100_000,
  ruleSteps: 100_000,
  rulesSteps: 10_000_000,
  findings: 10_000,
};
