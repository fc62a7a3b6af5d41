/** The limits of a run out of a policy file's settings, which are written as all settings are: in snake case. */
import type { BudgetLimits } from '../model/budget.ts';
import type { PolicyOutput } from './schema.ts';

/** Every limit, with the schema's default where no file sets it. */
export function toLimits(settings: PolicyOutput['budgets']): BudgetLimits {
  return {
    fileBytes: settings.file_bytes,
    treeBytes: settings.tree_bytes,
    treeEntries: settings.tree_entries,
    nesting: settings.nesting,
    unitSteps: settings.unit_steps,
    unitResources: settings.unit_resources,
    ruleSteps: settings.rule_steps,
    rulesSteps: settings.rules_steps,
    findings: settings.findings,
  };
}
