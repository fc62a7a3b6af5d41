/** Reads the content of one file of `rules/dictionary/defaults/`. May not check that kinds and properties exist. */
import { z } from 'zod';
import type { DefaultContent, DefaultsTable, ProviderDefault } from './defaults-table.ts';

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
