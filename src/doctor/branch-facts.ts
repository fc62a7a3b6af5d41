/** What GitHub says about the rules of one branch, of rulesets and of classic protection alike. Types only. */

export interface RequiredCheck {
  readonly context: string;
  /** Undefined where any source will do. */
  readonly appId: number | undefined;
  /** `ruleset 12 of acme` or `branch protection`. */
  readonly by: string;
  /** A branch must be up to date before it is merged. */
  readonly strict: boolean | undefined;
}

export interface RulesetName {
  readonly id: number;
  /** `acme` or `acme/shop`. */
  readonly source: string;
}

export interface BranchFacts {
  readonly branch: string;
  readonly required: readonly RequiredCheck[];
  /** Why classic protection could not be seen; undefined where it could. */
  readonly unseen: string | undefined;
  /** Those that require checks. */
  readonly rulesets: readonly RulesetName[];
  readonly hasMergeQueue: boolean;
  /** Workflows that a ruleset requires, by path. */
  readonly workflows: readonly string[];
  /** Classic protection requires checks of everybody but administrators. */
  readonly sparesAdministrators: boolean;
}
