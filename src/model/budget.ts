/**
 * How much work a stage may do. Budgets count steps and bytes, never wall time, so that every machine gives the
 * same verdict. `src/budget/` spends them.
 */

/** Limits of one run; their defaults and descriptions are in `src/config/schema.ts`. */
export interface BudgetLimits {
  /** Largest file that is read, in bytes. */
  readonly fileBytes: number;
  /** All files read on one side, in bytes. */
  readonly treeBytes: number;
  /** Entries of one tree. */
  readonly treeEntries: number;
  /** Nesting of blocks, expressions, YAML and JSON. */
  readonly nesting: number;
  /** Evaluation steps of one unit in one environment. */
  readonly unitSteps: number;
  /** Resources of one unit after expansion. */
  readonly unitResources: number;
  /** Steps of one rule on one resource. */
  readonly ruleSteps: number;
  /** Steps of all rules on one side. */
  readonly rulesSteps: number;
  /** Findings kept on one side. */
  readonly findings: number;
}

/** A counter. Mutable on purpose; plain so that it crosses a thread. */
export interface Budget {
  readonly name: keyof BudgetLimits;
  readonly limit: number;
  spent: number;
}
