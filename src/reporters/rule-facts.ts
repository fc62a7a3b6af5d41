/** What machine-readable reports say about a rule as a whole. Doors look it up in the rule pack; reporters know no rules. */

export interface RuleFacts {
  /** States the defect. */
  readonly title: string;
  readonly lifecycle: 'experimental' | 'stable' | 'deprecated';
  /** The attack, in plain words. */
  readonly why: string;
  /** The smallest change that passes: for all languages (key `''`), or for each by its name. */
  readonly fixes: Readonly<Record<string, string>>;
  readonly falsePositives?: string;
  /** `CWE-311` */
  readonly cwe: readonly string[];
}

/** Facts of a rule; undefined for a rule the pack no longer has. */
export type RuleFactsLookup = (ruleId: string) => RuleFacts | undefined;
