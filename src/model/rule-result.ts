/**
 * What one rule said about one resource (or one element of it), and the record of the values that decided:
 * anchor, evidence, assumptions and the reason of an `open` all come from that record.
 */
import type { Location } from './location.ts';
import type { Assumption, UnresolvedReason } from './value.ts';

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** SARIF result kinds. `notApplicable` results are counted, not kept. */
export type Outcome = 'fail' | 'pass' | 'open';

/** A fact as plain JSON; maps have their keys sorted. A sensitive value appears as three digits of its hash. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [key: string]: Fact };

/** The facts a finding rests on, normalised; `hash` is SHA-256 over their canonical JSON. */
export interface Evidence {
  readonly facts: { readonly [key: string]: Fact };
  readonly hash: string;
}

export interface OpenReason {
  readonly reason: UnresolvedReason;
  readonly subject: string;
  readonly location?: Location;
}

export interface RuleResult {
  readonly ruleId: string;
  readonly outcome: Outcome;
  readonly unit: string;
  readonly environment: string;
  readonly address: string;
  /** Open only because the resource or element may not exist; wherever it exists, it fails. */
  readonly conditional?: true;
  /** From content (Sid, port and CIDR, element key), never an index; empty for the resource as a whole. */
  readonly discriminator: string;
  /** The value that decided; the resource's block where that value is absent. */
  readonly location: Location;
  readonly evidence: Evidence;
  readonly assumptions: readonly Assumption[];
  /** Why it is `open`: every unknown that could still turn it. */
  readonly openReasons: readonly OpenReason[];
  readonly message: string;
}
