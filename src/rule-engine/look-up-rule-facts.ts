/** Facts about rules as doors hand them to reporters that describe a rule apart from any finding. */
import type { LoadedRules } from './loaded-rules.ts';

interface Facts {
  readonly title: string;
  readonly lifecycle: 'experimental' | 'stable' | 'deprecated';
  readonly why: string;
  /** By language; `''` where one text holds for all. */
  readonly fixes: Readonly<Record<string, string>>;
  readonly falsePositives?: string;
  readonly cwe: readonly string[];
}

/** A lookup over these rules; undefined for an id that none of them has. */
export function lookUpRuleFacts(rules: LoadedRules['rules']): (ruleId: string) => Facts | undefined {
  const byId = new Map(rules.map(({ definition }) => [definition.id, definition]));
  return (ruleId) => {
    const rule = byId.get(ruleId);
    if (rule === undefined) return undefined;
    const { title, lifecycle, why, fix, false_positives: wrong } = rule;
    const fixes = typeof fix === 'string' ? { '': fix } : fix;
    const written = Object.entries(fixes).flatMap(([language, text]) => (text ? [[language, text] as const] : []));
    return {
      title,
      lifecycle,
      why,
      fixes: Object.fromEntries(written),
      ...(wrong === undefined ? {} : { falsePositives: wrong }),
      cwe: rule.mappings.cwe ?? [],
    };
  };
}
