/** A rule result that is not a pass, with an identity that survives moved lines, files and folders. */
import type { Anchor } from './location.ts';
import type { Evidence, OpenReason, Outcome, Severity } from './rule-result.ts';
import type { Assumption } from './value.ts';

export interface Finding {
  /** Short id for people: `TD-` and eight characters of the fingerprint. */
  readonly id: string;
  /** hash(rule id, unit key, address with instance key, environment, discriminator); never line, severity or title. */
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly outcome: Exclude<Outcome, 'pass'>;
  /** Open only because the resource may not exist; wherever it exists, it fails. Judged like a failure. */
  readonly conditional?: true;
  readonly unit: string;
  readonly environment: string;
  readonly kind: string;
  readonly address: string;
  readonly name: string;
  readonly discriminator: string;
  readonly anchor: Anchor;
  readonly evidence: Evidence;
  readonly assumptions: readonly Assumption[];
  readonly openReasons: readonly OpenReason[];
  readonly controls: readonly string[];
}
