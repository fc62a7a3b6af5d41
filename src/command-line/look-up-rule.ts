/** Rule texts for the reporters, from the loaded rules, in the language of the file a finding is in. */
import type { RuleLookup } from '../reporters/rule-text.ts';
import type { LoadedRules } from '../rule-engine/loaded-rules.ts';
import type { FIX_LANGUAGES } from '../rule-engine/rule-schema.ts';

type Language = (typeof FIX_LANGUAGES)[number];

/** A lookup over these rules. A rule without a fix for the language gives the fixes it has, each with its language. */
export function lookUpRule(rules: LoadedRules['rules']): RuleLookup {
  const byId = new Map(rules.map(({ definition }) => [definition.id, definition]));
  return (ruleId, path) => {
    const rule = byId.get(ruleId);
    if (rule === undefined) return undefined;
    if (typeof rule.fix === 'string') return { why: rule.why, fix: rule.fix };
    const own = rule.fix[languageOf(path)];
    const all = Object.entries(rule.fix).map(([language, text]) => `${language}: ${(text ?? '').trim()}`);
    return { why: rule.why, fix: own ?? all.join('\n') };
  };
}

function languageOf(path: string): Language {
  if (/\.(?:tf|tofu|tfvars)(?:\.json)?$/i.test(path)) return 'terraform';
  return /(?:^|[/.])(?:docker|container)file(?:\.|$)/i.test(path) ? 'dockerfile' : 'cloudformation';
}
