/** A way from an entry (the internet, another account) to a sink (data, secrets, escalation). id = hash(entry, sink). */

export interface AttackPath {
  readonly id: string;
  readonly entry: string;
  readonly sink: string;
  readonly steps: readonly { readonly from: string; readonly to: string; readonly edge: string }[];
  /** `unknown` when one edge on the way is. */
  readonly certainty: 'certain' | 'unknown';
}
