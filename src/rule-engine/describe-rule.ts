/** What the gate and the reporters need to know about a rule, from its definition. */
import type { RuleDescription } from '../model/rule.ts';
import type { RuleDefinition } from './rule-schema.ts';

/** Before policy: blocking goes by severity. */
export function describeRule(rule: RuleDefinition): RuleDescription {
  return {
    id: rule.id,
    title: rule.title,
    severity: rule.severity,
    lifecycle: rule.lifecycle,
    controls: rule.controls,
    aliases: rule.aliases,
    trigger: rule.trigger,
    kinds: typeof rule.resource === 'string' ? [rule.resource] : rule.resource,
    blocks: 'by-severity',
    message: rule.message,
    ...(rule.narrower === undefined ? {} : { narrower: rule.narrower }),
    ...(rule.control_regression_blocks === undefined ? {} : { regressionBlocks: rule.control_regression_blocks }),
  };
}
