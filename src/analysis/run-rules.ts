/** Runs the rules on one side's resources and bounds what is kept, worst first, so that a flood hides nothing severe. */
import type { BudgetLimits } from '../model/budget.ts';
import type { Problem } from '../model/problem.ts';
import type { Resource } from '../model/resource.ts';
import type { RuleResult, Severity } from '../model/rule-result.ts';
import { evaluateRules, type RulesEvaluation } from '../rule-engine/evaluate-rules.ts';
import type { EffectiveRules } from './effective-rules.ts';

const ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** Results of every enabled rule; findings beyond `limits.findings` are cut by severity and said in a Problem. */
export function runRules(resources: readonly Resource[], rules: EffectiveRules, limits: BudgetLimits): RulesEvaluation {
  const evaluation = evaluateRules(resources, rules.compiled, limits);
  const findings = evaluation.results.filter((result) => result.outcome !== 'pass');
  if (findings.length <= limits.findings) return evaluation;
  const rank = (result: RuleResult): number => ORDER.indexOf(rules.descriptions.get(result.ruleId)?.severity ?? 'info');
  const kept = new Set(findings.toSorted((a, b) => rank(a) - rank(b)).slice(0, limits.findings));
  const problem: Problem = {
    code: 'budget-exceeded',
    effect: 'not-evaluated',
    message: `${findings.length} findings, more than the ${limits.findings} that are kept; the most severe are shown`,
    hint: 'Raise budgets.findings in the policy file.',
  };
  return {
    ...evaluation,
    results: evaluation.results.filter((result) => result.outcome === 'pass' || kept.has(result)),
    problems: [...evaluation.problems, problem],
  };
}
