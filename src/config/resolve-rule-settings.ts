/** Policy for one rule: every override that names it, weakest first, without what the organisation has locked. */
import type { EffectivePolicy, RuleSettings } from '../model/policy.ts';
import { isLocked } from './is-locked.ts';
import { patternsOverlap } from './patterns-overlap.ts';

/** `names`: the rule's id, then its aliases. A lock on any of them holds, whatever name the repository used. */
export function resolveRuleSettings(
  policy: Pick<EffectivePolicy, 'rules' | 'locked'>,
  names: readonly string[],
): RuleSettings {
  const resolved = new Map<string, unknown>();
  for (const { pattern, settings, origin } of policy.rules) {
    if (!names.some((name) => patternsOverlap(pattern, name))) continue;
    for (const [field, value] of Object.entries(settings)) {
      const locked = names.some((name) => isLocked(`rules.${name}.${field}`, policy.locked));
      if (value !== undefined && !(origin.from === 'repository' && locked)) resolved.set(field, value);
    }
  }
  return Object.fromEntries(resolved);
}
