/** The rules of this build, from the file beside the bundle. Reads nothing else. */
import { readFile } from 'node:fs/promises';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { loadRulePack } from './load-rule-pack.ts';
import type { LoadedRules } from './loaded-rules.ts';

/** Throws an Error when the pack is missing or damaged: the installation is broken, and no verdict is possible. */
export async function readRulePack(file: string): Promise<LoadedRules & { readonly dictionary: Dictionary }> {
  try {
    return loadRulePack(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new Error('load the rules of this installation', { cause: error });
  }
}
