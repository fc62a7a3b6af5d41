/** From policy to what an analysis needs: effective rules, environments, what is ignored and what is trusted. */
import picomatch from 'picomatch';
import type { Dictionary } from '../dictionary/dictionary.ts';
import type { EffectivePolicy, RuleSettings } from '../model/policy.ts';
import type { ParserManifest } from '../parsers/parser-manifest.ts';
import type { CompiledRule } from '../rule-engine/compiled-rule.ts';
import { matchWildcard } from '../rule-engine/functions/match-wildcard.ts';
import type { AnalysisContext } from './analyze-tree.ts';
import { effectiveRules } from './effective-rules.ts';

export interface ContextInput {
  readonly policy: EffectivePolicy;
  readonly parsers: readonly ParserManifest[];
  readonly dictionary: Dictionary;
  readonly rules: readonly CompiledRule[];
  readonly settingsOf: (names: readonly string[]) => RuleSettings;
}

/** Globs are policy's, never the head's, and were checked when policy was loaded. */
export function buildContext({ policy, parsers, dictionary, rules, settingsOf }: ContextInput): AnalysisContext {
  return {
    parsers,
    dictionary,
    rules: effectiveRules(rules, settingsOf),
    limits: policy.budgets,
    environments: policy.environments.map(({ name, units, variableFiles }) => ({
      name,
      appliesTo: unitMatcher(units),
      variableFiles,
    })),
    isIgnored: matcher(policy.ignore.flatMap((entry) => entry.paths)),
    isAllowedSource: (source) => policy.externalInputs.allow.some((pattern) => matchWildcard(pattern, source)),
  };
}

/** The root unit is `.`, which no glob matches; the ones for everything must. */
function unitMatcher(globs: readonly string[]): (unit: string) => boolean {
  const matches = matcher(globs);
  return (unit) => globs.includes(unit) || matches(unit === '.' ? 'root' : unit);
}

function matcher(globs: readonly string[]): (text: string) => boolean {
  return globs.length === 0 ? () => false : picomatch([...globs], { dot: true, nonegate: true });
}
