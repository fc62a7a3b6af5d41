/** One resource as it was evaluated, for people who ask why: every value with where it comes from, every rule with why. */
import type { Format } from './format.ts';
import type { Location } from './location.ts';
import type { Problem } from './problem.ts';
import type { Presence } from './value.ts';
import type { Assumption, UnresolvedReason } from './value.ts';
import type { Fact, OpenReason, Outcome, Severity } from './rule-result.ts';

/** A property or a part of one. */
export interface ExplainedValue {
  /** `SecurityGroupIngress[0].CidrIp` */
  readonly path: string;
  readonly state: 'known' | 'reference' | 'unresolved' | 'empty';
  /** What it is, in words; never a secret. Absent for unresolved values. */
  readonly text?: string;
  readonly from: 'source' | 'provider-default' | 'computed';
  readonly location?: Location;
  /** For defaults of the provider: the dated table. */
  readonly table?: string;
  /** Why it is not known, and what is not. */
  readonly reason?: UnresolvedReason;
  readonly subject?: string;
  readonly mayBeAbsent?: boolean;
  /** `unknown`: it is there only under a condition nobody can decide. */
  readonly presence: Presence;
  readonly assumptions: readonly Assumption[];
}

/** What one rule says of the resource or of one element of it. */
export interface ExplainedRule {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly outcome: Outcome | 'notApplicable';
  /** `TD-…` where it is a finding. */
  readonly finding?: string;
  readonly discriminator: string;
  readonly message?: string;
  /** The values that decided. */
  readonly facts: Readonly<Record<string, Fact>>;
  readonly location?: Location;
  readonly openReasons: readonly OpenReason[];
}

export interface Explanation {
  readonly address: string;
  readonly kind: string;
  readonly name: string;
  readonly format: Format;
  readonly sourceType: string;
  readonly unit: string;
  readonly environment: string;
  /** The plan it comes from, where it is not the source. */
  readonly generatedFrom?: string;
  readonly presence: Presence;
  readonly location: Location;
  readonly calledFrom: readonly Location[];
  readonly movedFrom: readonly string[];
  readonly configuredBy: readonly { readonly address: string; readonly location: Location }[];
  /** False where the type has no lowering: its attributes are as written, and no rule of another language knows it. */
  readonly isLowered: boolean;
  readonly values: readonly ExplainedValue[];
  /** How many values there are beyond those in `values`. */
  readonly valuesLeftOut: number;
  readonly rules: readonly ExplainedRule[];
  readonly problems: readonly Problem[];
}
