/** Reads the output of `git ls-tree -r -z -l`. Knows the format, starts no process. */
import type { EntryMode, TreeEntry } from '../model/tree.ts';
import { comparePaths } from './compare-paths.ts';
import { decodePath } from './decode-path.ts';

const MODES: ReadonlyMap<string, EntryMode> = new Map([
  ['100644', 'file'],
  ['100664', 'file'],
  ['100755', 'executable'],
  ['120000', 'link'],
  ['160000', 'gitlink'],
]);
const TAB = 0x09;

export interface ParsedTree {
  readonly entries: readonly TreeEntry[];
  readonly truncated: boolean;
}

/**
 * Entries of `<mode> <type> <object> <size>\t<path>\0` records, sorted by path. Stops after `maxEntries`, in git's own
 * order. Throws an Error on output git does not produce.
 */
export function parseLsTree(output: Buffer, maxEntries: number): ParsedTree {
  const entries: TreeEntry[] = [];
  let at = 0;
  while (at < output.length && entries.length < maxEntries) {
    const end = output.indexOf(0, at);
    const tab = output.indexOf(TAB, at);
    if (end === -1) break;
    if (tab === -1 || tab > end) throw new Error('read the tree: a record of git ls-tree has no path');
    entries.push(entryOf(output.toString('latin1', at, tab), output.subarray(tab + 1, end)));
    at = end + 1;
  }
  entries.sort((left, right) => comparePaths(left.path, right.path));
  return { entries, truncated: at < output.length };
}

function entryOf(header: string, name: Uint8Array): TreeEntry {
  const [modeText = '', , blob = '', sizeText = ''] = header.split(' ').filter((part) => part !== '');
  // A file mode git never writes (100600) is still a file; git checks it out as one.
  const mode = MODES.get(modeText) ?? 'file';
  const size = mode === 'gitlink' ? 0 : Number(sizeText);
  if (!Number.isSafeInteger(size)) throw new Error('read the tree: git ls-tree gives no size');
  return { ...decodePath(name), mode, blob, size };
}
