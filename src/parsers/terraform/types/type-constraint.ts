/**
 * Types a variable may declare (https://developer.hashicorp.com/terraform/language/expressions/type-constraints).
 */
import type { Value } from '../../../model/value.ts';

export interface ObjectAttribute {
  readonly type: TypeConstraint;
  readonly optional: boolean;
  /** Second argument of `optional`. */
  readonly fallback?: Value;
}

export type TypeConstraint =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: TypeConstraint }
  | { readonly kind: 'tuple'; readonly elements: readonly TypeConstraint[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, ObjectAttribute> };
