/**
 * Whether one change of a finding blocks, and why. The table of DESIGN "Verdict", nothing else: no file, no text.
 */
import type { Decision } from '../model/change.ts';
import type { GateSettings } from '../model/gate-settings.ts';
import type { RuleDescription } from '../model/rule.ts';
import type { UnresolvedReason } from '../model/value.ts';
import type { ComparedFinding } from './compare-sides.ts';
import { isNarrower } from './is-narrower.ts';
import { severityAtLeast } from './severity-at-least.ts';

/**
 * Unknowns of the author's making: a known value could stand there instead. The others (a variable without a value,
 * an attribute the provider computes) are ordinary and become shown assumptions.
 */
const AUTHOR_MADE: ReadonlySet<UnresolvedReason> = new Set<UnresolvedReason>([
  'external-data',
  'remote-state',
  'module-not-fetched',
  'unknown-function',
  'unsupported-expression',
  'file-not-in-tree',
  'macro',
  'non-deterministic',
  'undeclared-name',
  'cycle',
  'derived-value',
  'ignored-changes',
  'invalid-value',
  'invalid-expression',
  'budget-exceeded',
  'template-not-evaluated',
]);

/** The decision for one compared finding; waivers are applied afterwards. */
export function decideFinding(compared: ComparedFinding, rule: RuleDescription, settings: GateSettings): Decision {
  const { before, after } = compared;
  if (after === undefined) return 'fixed';
  if (compared.baselineState === 'unchanged') return 'shown-unchanged';
  if (rule.lifecycle === 'experimental') return 'shown-experimental';
  if (rule.blocks === 'never') return 'shown-severity';
  if (before && before.outcome === after.outcome && isNarrower(before.evidence, after.evidence, rule.narrower)) {
    return 'shown-narrower';
  }
  // A count that cannot be known does not soften a hole: wherever the resource is created, the hole is.
  const isCertain = after.outcome === 'fail' || after.conditional === true;
  return isCertain ? decideFailing(compared, rule, settings) : decideOpen(compared, rule, settings);
}

function decideFailing(compared: ComparedFinding, rule: RuleDescription, settings: GateSettings): Decision {
  if (rule.blocks === 'always') return 'blocks-rule';
  if (severityAtLeast(rule.severity, settings.failOn)) return 'blocks-severity';
  const losingBlocks = rule.regressionBlocks ?? severityAtLeast(rule.severity, settings.failOnRegression);
  if (compared.regression && losingBlocks) return 'blocks-regression';
  return 'shown-severity';
}

/** Known before and unresolved after is a regression; on something new only the author's own unknowns count. */
function decideOpen(compared: ComparedFinding, rule: RuleDescription, settings: GateSettings): Decision {
  const { outcomesBefore, after } = compared;
  const wasKnown = outcomesBefore !== undefined && !outcomesBefore.has('open') && outcomesBefore.size > 0;
  const losingBlocks = rule.regressionBlocks ?? severityAtLeast(rule.severity, settings.failOnRegression);
  if (wasKnown && losingBlocks) return 'blocks-unknown';
  const authorMade = after?.openReasons.some(({ reason }) => AUTHOR_MADE.has(reason)) ?? false;
  return authorMade && (rule.blocks === 'always' || severityAtLeast(rule.severity, settings.failOn))
    ? 'blocks-unknown'
    : 'shown-assumption';
}
