/**
 * Provider defaults of one language: what a property is when nobody writes it. Dated, because providers change them.
 * May hold only defaults that are certain; a default that depends on something else is left out.
 */
import { z } from 'zod';

/** A default: a scalar, or an object of scalars for a nested object that is there when nobody writes it. */
export type DefaultContent = string | number | boolean | { readonly [name: string]: string | number | boolean };

export interface ProviderDefault {
  readonly value: DefaultContent;
  /** Properties that switch the default off when they are, or may be, written. */
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
const defaultSchema = z.strictObject({
  value: z.union([scalarSchema, z.record(z.string(), scalarSchema)]),
  unless: z.array(z.string()).default([]),
  source: z.string().optional(),
});

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
