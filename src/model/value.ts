/**
 * What can be known about a property before anything is deployed: absent, null, known (scalar, list, map,
 * policy document), a reference to another resource's attribute, or unresolved with a reason from a closed list.
 * Plain data: survives a structured clone. DESIGN: "Values and rules".
 */
import type { Location } from './location.ts';

/** An input somebody may override at deployment; findings that rest on one say so. */
export interface Assumption {
  readonly kind: 'variable-default' | 'variable-file' | 'supplied' | 'parameter-default' | 'environment' | 'declared';
  /** What is assumed, in the language's own words: `var.stage`, `Parameters.Stage`. */
  readonly subject: string;
  /** The value used, as text; never set for sensitive values. */
  readonly value?: string;
  readonly location?: Location;
}

/** Where a value comes from. */
export interface Origin {
  readonly from: 'source' | 'provider-default' | 'computed';
  /** The expression, scalar or block that gave the value; for defaults the block that lacks it. */
  readonly location?: Location;
  /** Source text before coercion, clipped; absent for sensitive values. */
  readonly text?: string;
  /** For `provider-default`: the table and the day it was checked, `terraform-aws@2026-11-01`. */
  readonly table?: string;
  readonly assumptions?: readonly Assumption[];
}

/** Why a value cannot be known from the tree. Closed: "other" does not exist. */
export type UnresolvedReason =
  | 'variable-without-value'
  | 'supplied-outside'
  | 'provider-computed'
  | 'pseudo-parameter'
  | 'cross-stack-import'
  | 'dynamic-reference'
  | 'external-data'
  | 'remote-state'
  | 'module-not-fetched'
  | 'unknown-function'
  | 'unsupported-expression'
  | 'file-not-in-tree'
  | 'macro'
  | 'non-deterministic'
  | 'undeclared-name'
  | 'cycle'
  | 'unknown-key'
  | 'unknown-count'
  | 'unknown-condition'
  | 'derived-value'
  | 'ignored-changes'
  | 'invalid-value'
  | 'invalid-expression'
  | 'budget-exceeded'
  | 'template-not-evaluated'
  | 'build-argument';

/** A string, number or boolean. Numbers are doubles; integers beyond 2^53 keep their digits in `origin.text`. */
export interface ScalarValue {
  readonly state: 'known';
  readonly type: 'scalar';
  readonly value: string | number | boolean;
  readonly origin: Origin;
  /** Never print: passwords, tokens, values of sensitive variables. */
  readonly sensitive?: true;
}

/** `unknown` when the element exists only under a condition that cannot be decided. */
export type Presence = 'yes' | 'unknown';

export interface ListItem {
  readonly presence: Presence;
  readonly value: Value;
}

/** An ordered list. `openEnded` when further unknown elements may follow (a splat or `concat` over unresolved). */
export interface ListValue {
  readonly state: 'known';
  readonly type: 'list';
  readonly items: readonly ListItem[];
  readonly openEnded?: UnresolvedValue;
  /** It stands for its JSON text (`jsonencode`), kept as structure so that unknown parts stay small. */
  readonly encoded?: 'json';
  /** A set: sorted, without duplicates, its order means nothing. */
  readonly unordered?: true;
  readonly origin: Origin;
}

/** A map or object. A Map, because keys come from the pull request (`__proto__`). `openEnded` as for lists. */
export interface MapValue {
  readonly state: 'known';
  readonly type: 'map';
  readonly entries: ReadonlyMap<string, Value>;
  readonly openEnded?: UnresolvedValue;
  /** As for lists. */
  readonly encoded?: 'json';
  readonly origin: Origin;
}

/** An attribute of another resource of the same unit, or of another unit once the graph has linked them. */
export interface ReferenceValue {
  readonly state: 'reference';
  /** Address of the target in its own unit: `aws_kms_key.orders`, `OrdersKey`. */
  readonly target: string;
  /** The attribute, in the source language: `arn`, `Arn`, `Ref`; empty for the whole resource. */
  readonly attribute: string;
  readonly origin: Origin;
}

/** A part of a text: known, or why it is not. */
export type TextPiece = { readonly text: string } | { readonly reason: UnresolvedReason; readonly subject: string };

/** Not knowable from the tree. */
export interface UnresolvedValue {
  readonly state: 'unresolved';
  readonly reason: UnresolvedReason;
  /** What is not known, in the language's own words: `var.cidr`, `data.external.x.result`. Escape before showing. */
  readonly subject: string;
  /** True where the property may not be there at all. */
  readonly mayBeAbsent: boolean;
  /** Text known around the unknown part (a template), for prefix tests: `arn:aws:s3:::` … */
  readonly knownPrefix?: string;
  /** A text that is known in part, from its beginning to its end, for tests that look behind the prefix. */
  readonly pieces?: readonly TextPiece[];
  /** Text its author wrote is part of it, also where it is too long or too secret to keep: cutting may leave just that. */
  readonly hasOwnText?: true;
  /** Made out of what the provider computes, whatever its reason says. */
  readonly fromComputed?: true;
  readonly origin: Origin;
}

/** Explicit null; lowering turns it, and `AWS::NoValue`, into absent. */
export interface NullValue {
  readonly state: 'null';
  readonly origin: Origin;
}

/** Certainly not there. */
export interface AbsentValue {
  readonly state: 'absent';
  /** The block that lacks it. */
  readonly origin?: Origin;
}

export type KnownValue = ScalarValue | ListValue | MapValue;
export type Value = KnownValue | ReferenceValue | UnresolvedValue | NullValue | AbsentValue;
