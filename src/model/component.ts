/** A node of a service's threat model: one main resource and what folds into it. THREAT-MODEL: "Entities". */

export interface Component {
  readonly id: string;
  /** Key of the component catalog. */
  readonly kind: string;
  readonly name: string;
  readonly tier: 'presentation' | 'logic' | 'data' | 'platform';
  /** Element of a data-flow diagram. */
  readonly element: 'process' | 'store' | 'external' | 'boundary';
  readonly zone: string;
  /** For display and ownership only; never part of an identity. */
  readonly service: string;
  readonly exposure: 'internet' | 'partner' | 'internal' | 'unknown';
  readonly sensitivity: readonly string[];
  readonly resources: readonly string[];
}
