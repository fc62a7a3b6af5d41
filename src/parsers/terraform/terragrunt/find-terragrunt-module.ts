/**
 * Which directory of the tree a Terragrunt configuration deploys.
 */
import type { Value } from '../../../model/value.ts';
import { joinPath } from '../configuration/join-path.ts';
import { toText } from '../values/to-text.ts';
import { TREE_ROOT } from './tree-root.ts';

/** A path from the root of the tree; undefined for a source outside the tree or one that is not known. */
export function findTerragruntModule(source: Value | undefined, directory: string): string | undefined {
  if (source === undefined) return directory;
  const text = toText(source);
  if (text?.startsWith(`${TREE_ROOT}/`)) return joinPath('', text.slice(TREE_ROOT.length + 1));
  const isLocal = text !== undefined && /^\.{1,2}(?:\/|$)/.test(text);
  return isLocal ? joinPath(directory, text) : undefined;
}
