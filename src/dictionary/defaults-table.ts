/**
 * Provider defaults of one language: what a property is when nobody writes it. Dated, because providers change them.
 * May hold only defaults that are certain; a default that depends on something else is left out.
 */
import { z } from 'zod';

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

const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);
const contentSchema: z.ZodType<DefaultContent> = z.lazy(() =>
  z.union([scalarSchema, z.array(contentSchema), z.record(z.string(), contentSchema)]),
);
const defaultSchema = z.strictObject({ value: contentSchema, unless: z.array(z.string()).default([]) });

export const defaultsSchema = z.strictObject({
  language: z.string(),
  checked: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  kinds: z.record(z.string(), z.record(z.string(), z.union([scalarSchema, defaultSchema]))),
});

/** Content of one defaults file in, table out. `file` is for the message when a kind has no property. */
export function readDefaultsTable(content: z.infer<typeof defaultsSchema>, file: string): DefaultsTable {
  const kinds = new Map<string, ReadonlyMap<string, ProviderDefault>>();
  for (const [kind, properties] of Object.entries(content.kinds)) {
    const entries = Object.entries(properties);
    if (entries.length === 0) throw new Error(`${file}: ${kind} has no defaults`);
    kinds.set(kind, new Map(entries.map(([name, value]) => [name, toDefault(value)])));
  }
  return { language: content.language, checked: content.checked, kinds };
}

function toDefault(value: z.infer<typeof scalarSchema> | z.infer<typeof defaultSchema>): ProviderDefault {
  return typeof value === 'object' ? { value: value.value, unless: value.unless } : { value, unless: [] };
}
