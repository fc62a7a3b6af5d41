/** What one evaluation carries: the variables and the budgets. Holds no rule and no resource of its own. */
import { spendSteps } from '../../budget/spend-steps.ts';
import type { Budget } from '../../model/budget.ts';
import { BudgetExceeded } from './budget-exceeded.ts';
import type { Operand } from './operand.ts';

/** A compiled expression. */
export type Compiled = (frame: Frame) => Operand;

/** Deepest value that is walked; parsers bound nesting well below it. */
export const VALUE_DEPTH = 256;

export class Frame {
  /** Variables by the slot the compiler gave them. */
  readonly slots: Operand[];
  readonly budgets: readonly Budget[];

  constructor(slots: Operand[], budgets: readonly Budget[]) {
    this.slots = slots;
    this.budgets = budgets;
  }

  /** Takes steps from every budget. Throws `BudgetExceeded` when one is used up. */
  spend(steps: number): void {
    for (const budget of this.budgets) if (!spendSteps(budget, steps)) throw new BudgetExceeded(budget.name);
  }
}
