/** A budget stops at its limit, whatever the size of the last step, and remembers how far it went. */
import { expect, it } from 'vitest';
import { createBudget } from './create-budget.ts';
import { spendSteps } from './spend-steps.ts';

const limits = {
  fileBytes: 1,
  treeBytes: 2,
  treeEntries: 3,
  nesting: 4,
  unitSteps: 5,
  unitResources: 6,
  ruleSteps: 7,
  rulesSteps: 8,
  findings: 9,
};

it('takes its limit from the configuration and starts unspent', () => {
  expect(createBudget('ruleSteps', limits)).toEqual({ name: 'ruleSteps', limit: 7, spent: 0 });
});

it('allows exactly its limit and stays exceeded', () => {
  const budget = createBudget('unitSteps', limits);
  expect([spendSteps(budget, 5), spendSteps(budget, 1), spendSteps(budget, 0)]).toEqual([true, false, false]);
  expect(budget.spent).toBe(6);
});
