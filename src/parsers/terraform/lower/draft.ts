/** A resource on its way through lowering. Never leaves this folder. */
import type { Location } from '../../../model/location.ts';
import type { Problem } from '../../../model/problem.ts';
import type { ListItem, Presence, Value } from '../../../model/value.ts';
import type { TerraformResource } from '../terraform-resource.ts';

export interface Draft {
  readonly kind: string;
  readonly address: string;
  readonly presence: Presence;
  readonly source: TerraformResource;
  /** Appended to the addresses of its source, for resources Terraform has as an argument; usually empty. */
  readonly suffix: string;
  readonly properties: Map<string, Value>;
  readonly nameProperty?: Value | undefined;
  /** Elements other resources add to list properties, by path; joined once, when the draft is finished. */
  readonly added: Map<string, ListItem[]>;
  /** Found before coercion: keys written twice in JSON text. */
  readonly problems: Problem[];
  readonly foldedFrom: { readonly address: string; readonly location: Location }[];
  /** Properties set by a companion, which a second companion of the kind makes uncertain. */
  readonly foldedProperties: Set<string>;
}
