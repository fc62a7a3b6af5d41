/**
 * All rules on all resources of one side. Indexed by kind, in one order on every machine. Removal rules have no
 * result here: the resources they watch are handed on to the comparison.
 */
import { createBudget } from '../budget/create-budget.ts';
import type { WatchedResource } from '../model/analysis.ts';
import type { BudgetLimits } from '../model/budget.ts';
import type { Problem } from '../model/problem.ts';
import type { Resource } from '../model/resource.ts';
import type { Outcome, RuleResult } from '../model/rule-result.ts';
import { compareText } from './compare-text.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { evaluateRule } from './evaluate-rule.ts';

export interface RulesEvaluation {
  /** Sorted by unit, environment, address, rule, discriminator and position. */
  readonly results: readonly RuleResult[];
  readonly problems: readonly Problem[];
  readonly watched: readonly WatchedResource[];
  readonly counts: Readonly<Record<Outcome | 'notApplicable', number>>;
}

/** Resources of any kinds in, results out. `limits.rulesSteps` is shared by all, `limits.ruleSteps` is for each. */
export function evaluateRules(
  resources: readonly Resource[],
  rules: readonly CompiledRule[],
  limits: BudgetLimits,
): RulesEvaluation {
  const budget = createBudget('rulesSteps', limits);
  const byKind = indexByKind(rules);
  const results: RuleResult[] = [];
  const problems: Problem[] = [];
  const watched: WatchedResource[] = [];
  const counts = { fail: 0, pass: 0, open: 0, notApplicable: 0 };
  for (const resource of resources.toSorted(compareResources)) {
    for (const rule of byKind.get(resource.kind) ?? []) {
      const evaluation = evaluateRule(rule, resource, limits, budget);
      for (const item of evaluation.problems) problems.push(item);
      if (evaluation.isWatched) watched.push({ ruleId: rule.definition.id, resource });
      if (evaluation.applies === 'false') counts.notApplicable += 1;
      for (const result of evaluation.results) counts[result.outcome] += 1;
      for (const item of evaluation.results.toSorted(compareResults)) results.push(item);
    }
  }
  return { results, problems, watched, counts };
}

function indexByKind(rules: readonly CompiledRule[]): ReadonlyMap<string, readonly CompiledRule[]> {
  const byKind = new Map<string, CompiledRule[]>();
  for (const rule of rules.toSorted((left, right) => compareText(left.definition.id, right.definition.id))) {
    for (const kind of new Set(rule.kinds)) {
      const list = byKind.get(kind);
      if (list === undefined) byKind.set(kind, [rule]);
      else list.push(rule);
    }
  }
  return byKind;
}

function compareResources(left: Resource, right: Resource): number {
  return (
    compareText(left.unit, right.unit) ||
    compareText(left.environment, right.environment) ||
    compareText(left.address, right.address) ||
    compareText(left.kind, right.kind) ||
    left.location.range.startLine - right.location.range.startLine
  );
}

function compareResults(left: RuleResult, right: RuleResult): number {
  return (
    compareText(left.discriminator, right.discriminator) ||
    compareText(left.location.path, right.location.path) ||
    left.location.range.startLine - right.location.range.startLine ||
    left.location.range.startColumn - right.location.range.startColumn ||
    compareText(left.evidence.hash, right.evidence.hash)
  );
}
