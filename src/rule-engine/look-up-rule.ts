/** Rule texts as doors hand them to the reporters: from the loaded rules, in the language of the file a finding is in. */
import type { LoadedRules } from './loaded-rules.ts';
import type { FIX_LANGUAGES } from './rule-schema.ts';

type Language = (typeof FIX_LANGUAGES)[number];

interface RuleTexts {
  readonly why: string;
  readonly fix: string;
}

/** A lookup over these rules. A rule without a fix for the language gives the fixes it has, each with its language. */
export function lookUpRule(rules: LoadedRules['rules']): (ruleId: string, path: string) => RuleTexts | undefined {
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
