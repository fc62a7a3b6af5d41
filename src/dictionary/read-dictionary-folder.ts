/**
 * Reads `rules/dictionary/` from disk: the generated AWS types, the extensions and the provider defaults.
 * Only entries and tests call it; the analysis gets the built dictionary.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildDictionary, type DictionaryFile } from './build-dictionary.ts';
import type { Dictionary } from './dictionary.ts';

/** Input of the generator, not of the dictionary. */
const GENERATOR_INPUT = 'kinds.yaml';

/**
 * Directory in, dictionary out.
 * @throws Error naming the file when one cannot be read or is invalid.
 */
export function readDictionaryFolder(directory: string): Dictionary {
  const names = [...listFiles(directory, ''), ...listFiles(directory, 'defaults/')];
  return buildDictionary(names.map((name) => readFile(directory, name)));
}

function listFiles(directory: string, folder: string): string[] {
  return readdirSync(join(directory, folder))
    .filter((name) => (name.endsWith('.json') || name.endsWith('.yaml')) && name !== GENERATOR_INPUT)
    .sort()
    .map((name) => `${folder}${name}`);
}

function readFile(directory: string, name: string): DictionaryFile {
  const text = readFileSync(join(directory, name), 'utf8');
  try {
    return { name, content: name.endsWith('.json') ? JSON.parse(text) : parse(text) };
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
