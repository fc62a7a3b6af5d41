/**
 * Builds the dictionary from the parsed content of `rules/dictionary/`. Pure: it reads no file. A mistake in the content
 * is a mistake of ours or of an organisation's rule pack, so it throws with the file and the place.
 */
import { z } from 'zod';
import type { DefaultsTable } from './defaults-table.ts';
import type { Dictionary, KindDefinition, PropertyType } from './dictionary.ts';
import { parsePropertyType } from './parse-property-type.ts';
import { defaultsSchema, readDefaultsTable } from './read-defaults-table.ts';

/** Name (for messages and to tell defaults from kinds) and parsed JSON or YAML content of one file. */
export interface DictionaryFile {
  readonly name: string;
  readonly content: unknown;
}

const propertiesSchema = z.record(z.string(), z.string());
const kindSchema = z.strictObject({
  source: z.string().optional(),
  properties: propertiesSchema,
  types: z.record(z.string(), propertiesSchema).default({}),
  attributes: z.array(z.string()).default([]),
});
const fileSchema = z.strictObject({
  source: z.string().optional(),
  kinds: z.record(z.string(), kindSchema).default({}),
  policyDocument: kindSchema.optional(),
});
type KindContent = z.infer<typeof kindSchema>;

/**
 * Files in, dictionary out; the order of the files does not matter.
 * @throws Error naming file, kind and property: wrong shape, unknown type, a kind defined twice, no policy document.
 */
export function buildDictionary(files: readonly DictionaryFile[]): Dictionary {
  const kinds = new Map<string, KindDefinition>();
  const defaults = new Map<string, DefaultsTable>();
  let policyDocument: KindDefinition | undefined;
  for (const file of files) {
    if (isDefaultsFile(file.name)) {
      const table = readDefaultsTable(check(file, defaultsSchema), file.name);
      defaults.set(table.language, table);
      continue;
    }
    const content = check(file, fileSchema);
    for (const [kind, definition] of Object.entries(content.kinds)) {
      if (kinds.has(kind)) throw new Error(`${file.name}: ${kind} is defined twice`);
      kinds.set(kind, toDefinition(kind, definition, { file: file.name, source: content.source }));
    }
    if (content.policyDocument) {
      policyDocument = toDefinition('PolicyDocument', content.policyDocument, { file: file.name });
    }
  }
  if (!policyDocument) throw new Error('no dictionary file defines policyDocument');
  return { kinds, policyDocument, defaults };
}

function isDefaultsFile(name: string): boolean {
  return name.startsWith('defaults/') || name.includes('/defaults/');
}

function check<T>(file: DictionaryFile, schema: z.ZodType<T>): T {
  const result = schema.safeParse(file.content);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`${file.name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}

function toDefinition(
  kind: string,
  content: KindContent,
  from: { readonly file: string; readonly source?: string | undefined },
): KindDefinition {
  const place = `${from.file}: ${kind}`;
  const names = new Set(Object.keys(content.types));
  const types: Record<string, Readonly<Record<string, PropertyType>>> = {};
  for (const [name, properties] of Object.entries(content.types)) {
    types[name] = toProperties(properties, names, `${place}.${name}`);
  }
  return {
    kind,
    properties: toProperties(content.properties, names, place),
    types,
    attributes: content.attributes,
    source: content.source ?? from.source ?? from.file,
  };
}

function toProperties(
  content: Readonly<Record<string, string>>,
  names: ReadonlySet<string>,
  place: string,
): Readonly<Record<string, PropertyType>> {
  const properties: Record<string, PropertyType> = {};
  for (const [name, text] of Object.entries(content)) {
    const type = readType(text, `${place}.${name}`);
    const missing = objectNameOf(type);
    if (missing !== undefined && !names.has(missing)) {
      throw new Error(`${place}.${name}: there is no type ${missing}`);
    }
    properties[name] = type;
  }
  return properties;
}

function readType(text: string, place: string): PropertyType {
  try {
    return parsePropertyType(text);
  } catch (cause) {
    throw new Error(`${place}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function objectNameOf(type: PropertyType): string | undefined {
  if (type.type === 'object') return type.name;
  if (type.type === 'list') return objectNameOf(type.items);
  if (type.type === 'map') return objectNameOf(type.values);
  return undefined;
}
