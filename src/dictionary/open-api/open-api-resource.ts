/** A resource that an API's description stands for, before its language gives it an address. */
import type { Origin, Presence, Value } from '../../model/value.ts';

export interface OpenApiResource {
  readonly kind: string;
  /** Names it among the resources of one description: `GET /orders`, `authorizer Pool`. */
  readonly label: string;
  readonly presence: Presence;
  readonly properties: ReadonlyMap<string, Value>;
  /** Properties that name another resource of the description, by its label. */
  readonly links: ReadonlyMap<string, string>;
  readonly origin: Origin;
}
