/**
 * Provider defaults of one language: what a property is when nobody writes it. Dated, because providers change them.
 * May hold only defaults that are certain; a default that depends on something else is left out.
 */

/** A default as plain data, in the names and types of the dictionary. */
export type DefaultContent =
  | string
  | number
  | boolean
  | readonly DefaultContent[]
  | { readonly [name: string]: DefaultContent };

export interface ProviderDefault {
  readonly value: DefaultContent;
  /** What switches the default off when it is, or may be, so: `Name` written, or `Name=value` equal. */
  readonly unless: readonly string[];
}

export interface DefaultsTable {
  /** `terraform-aws`, `cloudformation`. */
  readonly language: string;
  /** Day it was checked, `YYYY-MM-DD`. */
  readonly checked: string;
  /** Kind, then path of the property with `.` between names. */
  readonly kinds: ReadonlyMap<string, ReadonlyMap<string, ProviderDefault>>;
}
