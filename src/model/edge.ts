/** A relation between two resources: the risk of microservices is between them. Built by `src/graph/links/`. */
import type { Location } from './location.ts';
import type { Presence } from './value.ts';

export type EdgeKind =
  | 'references'
  | 'invokes'
  | 'reads'
  | 'writes'
  | 'streams'
  | 'notifies'
  | 'routes'
  | 'assumes'
  | 'grants'
  | 'reaches'
  | 'protects'
  | 'runs'
  | 'logs-to';

/** End points are unit path + address; `openEnded` ends (an unresolved target) carry no address. */
export interface Edge {
  readonly kind: EdgeKind;
  readonly from: { readonly unit: string; readonly environment: string; readonly address: string };
  readonly to: { readonly unit: string; readonly environment: string; readonly address?: string };
  readonly presence: Presence;
  readonly evidence: readonly Location[];
}
