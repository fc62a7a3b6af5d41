/**
 * Reads a file that an expression names, relative to the root directory as Terraform does. Never leaves the tree.
 */
import { joinPath } from '../configuration/join-path.ts';
import { TREE_ROOT } from '../terragrunt/tree-root.ts';
import type { Session } from '../evaluation/session.ts';

/** Its text; undefined where it is missing, outside the tree, not loaded or not text. */
export function readTreeFile(session: Session, path: string): string | undefined {
  const inTree = path.startsWith(`${TREE_ROOT}/`)
    ? joinPath('', path.slice(TREE_ROOT.length + 1))
    : joinPath(session.rootDirectory, path);
  if (inTree === undefined || inTree === '') return undefined;
  const result = session.reader.read(inTree);
  if (result.status !== 'text') return undefined;
  // A text without its byte order mark is not what `file` gives.
  return Buffer.byteLength(result.text) === result.entry.size ? result.text : undefined;
}
