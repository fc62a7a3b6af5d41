/** The rules of this build, from the file beside the bundle. */
import { readFile } from 'node:fs/promises';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { loadRulePack } from '../rule-engine/load-rule-pack.ts';
import type { LoadedRules } from '../rule-engine/loaded-rules.ts';
import type { Host } from './host.ts';

/** Throws an Error when the pack is missing or damaged: the installation is broken, and no verdict is possible. */
export async function loadPack(
  host: Pick<Host, 'rulePackFile'>,
): Promise<LoadedRules & { readonly dictionary: Dictionary }> {
  try {
    return loadRulePack(JSON.parse(await readFile(host.rulePackFile, 'utf8')));
  } catch (error) {
    throw new Error('load the rules of this installation', { cause: error });
  }
}
