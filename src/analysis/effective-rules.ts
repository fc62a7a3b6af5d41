/** The rules of a run after policy: which are evaluated, and how severe and how blocking each is. */
import type { RuleSettings } from '../model/policy.ts';
import type { RuleDescription } from '../model/rule.ts';
import type { CompiledRule } from '../rule-engine/compiled-rule.ts';

export interface EffectiveRules {
  /** Enabled ones, sorted by id. */
  readonly compiled: readonly CompiledRule[];
  readonly descriptions: ReadonlyMap<string, RuleDescription>;
}

/** @param settingsOf policy's word for a rule, asked with its id and then its aliases */
export function effectiveRules(
  rules: readonly CompiledRule[],
  settingsOf: (names: readonly string[]) => RuleSettings,
): EffectiveRules {
  const compiled: CompiledRule[] = [];
  const descriptions = new Map<string, RuleDescription>();
  for (const rule of rules) {
    const { description } = rule;
    const settings = settingsOf([description.id, ...description.aliases]);
    if (settings.enabled === false) continue;
    compiled.push(rule);
    descriptions.set(description.id, {
      ...description,
      ...(settings.severity && { severity: settings.severity }),
      ...(settings.blocks && { blocks: settings.blocks }),
    });
  }
  return { compiled, descriptions };
}
