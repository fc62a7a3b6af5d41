/**
 * Everything known about one resource: its values with their origins, and every enabled rule of its kind with what
 * decided. Asks the rules again, because a report keeps neither what passes nor what does not apply.
 */
import type { BudgetLimits } from '../model/budget.ts';
import type { ExplainedRule, Explanation } from '../model/explanation.ts';
import type { Problem } from '../model/problem.ts';
import type { Resource } from '../model/resource.ts';
import { evaluateRules } from '../rule-engine/evaluate-rules.ts';
import type { EffectiveRules } from './effective-rules.ts';
import { explainValues } from './explain-values.ts';

export interface ExplainContext {
  readonly rules: EffectiveRules;
  readonly limits: BudgetLimits;
  /** Of the whole tree. */
  readonly problems: readonly Problem[];
  /** Short id of the finding that a result is. */
  readonly findingId: (rule: ExplainedRule, resource: Resource) => string | undefined;
  readonly generatedFrom: string | undefined;
}

const ORDER: Readonly<Record<ExplainedRule['outcome'], number>> = { fail: 0, open: 1, pass: 2, notApplicable: 3 };

/** The resource must be one of the tree that `problems` are of. */
export function explainResource(resource: Resource, context: ExplainContext): Explanation {
  const { address, kind, name, format, sourceType, unit, environment, presence, location } = resource;
  const { values, leftOut } = explainValues(resource.properties);
  const { generatedFrom } = context;
  return {
    ...{ address, kind, name, format, sourceType, unit, environment },
    ...(generatedFrom === undefined ? {} : { generatedFrom }),
    ...{ presence, location, calledFrom: resource.calledFrom, movedFrom: resource.movedFrom },
    configuredBy: resource.foldedFrom,
    isLowered: !kind.startsWith('Terraform::'),
    values,
    valuesLeftOut: leftOut,
    rules: explainRules(resource, context),
    problems: context.problems.filter((problem) => problem.address === address && problem.unit === unit),
  };
}

function explainRules(resource: Resource, { rules, limits, findingId }: ExplainContext): readonly ExplainedRule[] {
  const explained: ExplainedRule[] = [];
  for (const rule of rules.compiled.filter(({ kinds }) => kinds.includes(resource.kind))) {
    const { id } = rule.definition;
    const severity = rules.descriptions.get(id)?.severity ?? 'info';
    const { results, watched } = evaluateRules([resource], [rule], limits);
    for (const { outcome, discriminator, message, evidence, location, openReasons } of results) {
      const facts = evidence.facts;
      const told = outcome === 'pass' ? {} : { message };
      const one: ExplainedRule = {
        ruleId: id,
        severity,
        outcome,
        discriminator,
        ...told,
        facts,
        location,
        openReasons,
      };
      const finding = outcome === 'pass' ? undefined : findingId(one, resource);
      explained.push(finding === undefined ? one : { ...one, finding });
    }
    if (results.length > 0) continue;
    const outcome = watched.length > 0 ? 'pass' : 'notApplicable';
    explained.push({ ruleId: id, severity, outcome, discriminator: '', facts: {}, openReasons: [] });
  }
  return explained.sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);
}
