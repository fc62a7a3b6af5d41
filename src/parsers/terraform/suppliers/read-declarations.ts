/**
 * Which variables a directory declares, without evaluating it: names after `variable`, and whether it asks for its
 * workspace. A name too many does no harm, because nothing reads it.
 */
import type { TreeReader } from '../../../model/tree.ts';
import type { Unit } from '../../../model/unit.ts';
import { isConfigurationFile } from '../configuration/is-configuration-file.ts';

export interface Declarations {
  readonly variables: ReadonlySet<string>;
  readonly readsWorkspace: boolean;
}

const BLOCK = /\bvariable\s{0,100}"?([A-Za-z_][\w-]*)"?\s{0,100}\{/g;
const KEY = /"([A-Za-z_][\w-]*)"\s{0,100}:/g;

/** Of the configuration files of a unit. */
export function readDeclarations(unit: Unit, reader: TreeReader): Declarations {
  const variables = new Set<string>();
  let readsWorkspace = false;
  for (const path of unit.files.filter(isConfigurationFile)) {
    const result = reader.read(path);
    if (result.status !== 'text') continue;
    readsWorkspace ||= /\b(?:terraform|tofu)\.workspace\b/.test(result.text);
    const names = path.endsWith('.json') ? KEY : BLOCK;
    for (const match of result.text.matchAll(names)) variables.add(match[1] ?? '');
  }
  return { variables, readsWorkspace };
}
