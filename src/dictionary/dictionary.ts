/**
 * The types of every resource kind in use: AWS's published CloudFormation types (generated, committed) and our
 * extensions from `rules/dictionary/*.yaml`. Gives lowering its coercion targets and CEL its types.
 */
import type { DefaultsTable } from './defaults-table.ts';

/** Type of a property. `object` names an entry of the kind's `types`; `json` is free-form. */
export type PropertyType =
  | { readonly type: 'string' | 'integer' | 'double' | 'boolean' | 'json' | 'policy-document' }
  | { readonly type: 'list'; readonly items: PropertyType }
  | { readonly type: 'map'; readonly values: PropertyType }
  | { readonly type: 'object'; readonly name: string };

export interface KindDefinition {
  readonly kind: string;
  readonly properties: Readonly<Record<string, PropertyType>>;
  /** Named object types of this kind. */
  readonly types: Readonly<Record<string, Readonly<Record<string, PropertyType>>>>;
  /** Attributes other resources may refer to (`Arn`, `QueueUrl`). */
  readonly attributes: readonly string[];
  /** `aws-service-spec@0.1.216`, or the extension file. */
  readonly source: string;
}

export interface Dictionary {
  /** Provider defaults by language (`terraform-aws`, `cloudformation`). */
  readonly defaults?: ReadonlyMap<string, DefaultsTable>;
  readonly kinds: ReadonlyMap<string, KindDefinition>;
  /** Shape of a normalised policy document, shared by every `policy-document` property. */
  readonly policyDocument: KindDefinition;
}
