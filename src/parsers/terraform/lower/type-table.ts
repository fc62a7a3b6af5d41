/**
 * The declarative tables of lowering: which Terraform type is which kind, and which attribute is which property. What a
 * table does not name is matched by name (`visibility_timeout` is `VisibilityTimeout`), by the dictionary's types.
 */
import type { MapValue, Value } from '../../../model/value.ts';

/** Attribute or block name to where it goes; null: it has no counterpart although its name suggests one. */
export type Fields = { readonly [attribute: string]: Target | string | null };

/** Where an attribute goes. A plain string is `{ path }`. */
export interface Target {
  /** Property path with `.` between names; `''` puts the fields of a block beside the block. */
  readonly path: string;
  /** Names inside blocks where they differ. */
  readonly fields?: Fields;
  /** Changes the attribute's value before its names are matched. */
  readonly change?: (value: Value) => Value;
}

/** Properties that several attributes decide, or one attribute decides several of: from the whole block. */
export type DerivedProperties = { readonly [property: string]: (block: MapValue) => Value };

export interface TypeTable {
  readonly type: string;
  readonly kind: string;
  /** Attribute with the physical name; `name` unless told. */
  readonly nameAttribute?: string;
  readonly fields: Fields;
  readonly derived?: DerivedProperties;
  /** Attributes whose text is JSON and whose property is not free-form. */
  readonly jsonAttribute?: string | readonly string[];
  /** The kind it is instead where an attribute is written; the first that is counts. */
  readonly variants?: readonly { readonly when: string; readonly kind: string }[];
  /** Arguments that are resources of their own in CloudFormation: routes, entries of an access list, attachments. */
  readonly inlineResources?: readonly InlineResources[];
  /** An inline policy argument that is a resource of its own in CloudFormation. */
  readonly inlinePolicy?: InlinePolicy;
}

export interface InlinePolicy {
  readonly attribute: string;
  readonly kind: string;
  /** Property that names the resource it is attached to, and the property of the document. */
  readonly attachedBy: string;
  readonly document: string;
}

/** Blocks or values of one argument, each a resource of its own. */
export interface InlineResources {
  readonly attribute: string;
  readonly kind: string;
  /** Property that names the resource the argument belongs to. */
  readonly owner: string;
  readonly fields: Fields;
  /** Makes blocks of the argument's value, where it has none. */
  readonly change?: (value: Value) => Value;
  /** Properties the argument itself stands for (`egress` blocks are entries with `Egress: true`). */
  readonly fixed?: Readonly<Record<string, string | boolean>>;
  /** Attributes of a block that name it in its address, the first that is written; none where there is one at most. */
  readonly label?: readonly string[];
}

/** A resource that only configures another one. */
export interface CompanionTable {
  readonly type: string;
  /** Terraform types it configures. */
  readonly target: readonly string[];
  /** Attribute of the companion and attribute of the target that are equal, or the first refers to the target. */
  readonly match: readonly (readonly [string, string])[];
  /** Property it becomes: an object, or one element of a list. Without it, `fields` alone say where things go. */
  readonly into?: string;
  readonly fields: Fields;
  readonly derived?: DerivedProperties;
  /** Objects that are there even when none of their fields is written. */
  readonly ensure?: readonly string[];
  /** Attributes whose values are added to a list property, of several paths the one the target has; others may add too. */
  readonly append?: { readonly [attribute: string]: readonly string[] };
}

export interface ServiceTables {
  readonly types: readonly TypeTable[];
  readonly companions?: readonly CompanionTable[];
}
