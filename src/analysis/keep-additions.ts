/**
 * What was evaluated from a generated file adds failures that the source does not have, and nothing else: it passes
 * nothing, leaves nothing open, and protects from no removal (ATTACKS 11).
 */
import type { RuleResult } from '../model/rule-result.ts';
import type { EvaluatedUnit } from '../model/unit.ts';
import type { RulesEvaluation } from '../rule-engine/evaluate-rules.ts';

/** The evaluation without what generated units may not say. */
export function keepAdditions(evaluation: RulesEvaluation, units: readonly EvaluatedUnit[]): RulesEvaluation {
  const generated = new Set(units.filter(({ generatedFrom }) => generatedFrom !== undefined).map(placeOf));
  if (generated.size === 0) return evaluation;
  const isGenerated = (result: Pick<RuleResult, 'unit' | 'environment'>): boolean =>
    generated.has(`${result.unit}\0${result.environment}`);
  const said = new Set(
    evaluation.results.filter((result) => !isGenerated(result) && result.outcome === 'fail').map(identityOf),
  );
  const results = evaluation.results.filter((result) => {
    return !isGenerated(result) || (result.outcome === 'fail' && !said.has(identityOf(result)));
  });
  const counts = { ...evaluation.counts };
  for (const { outcome } of evaluation.results.filter(isGenerated)) counts[outcome] -= 1;
  for (const { outcome } of results.filter(isGenerated)) counts[outcome] += 1;
  return {
    ...evaluation,
    results,
    counts,
    watched: evaluation.watched.filter(({ resource }) => !isGenerated(resource)),
  };
}

function placeOf({ path, environment }: EvaluatedUnit): string {
  return `${path}\0${environment}`;
}

function identityOf({ ruleId, unit, address, discriminator }: RuleResult): string {
  return [ruleId, unit, address, discriminator].join('\0');
}
