/** What reporters say about a rule beyond its finding. Doors look it up in the rule pack; reporters know no rules. */

export interface RuleText {
  /** The attack, in plain words. */
  readonly why: string;
  /** The smallest change that passes, for the language the finding is in. */
  readonly fix: string;
}

/** Text of a rule for a finding in the file at `path`; undefined for a rule the pack no longer has. */
export type RuleLookup = (ruleId: string, path: string) => RuleText | undefined;
