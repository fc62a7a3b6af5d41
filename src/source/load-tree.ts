/**
 * From a snapshot to a tree in memory: list, follow links, load what is wanted, and say what in it is not what gets
 * deployed. Decides nothing; the problems do that where their input changed.
 */
import type { BudgetLimits } from '../model/budget.ts';
import type { Problem } from '../model/problem.ts';
import type { TreeEntry } from '../model/tree.ts';
import { checkEntries } from './check-entries.ts';
import { decodePath } from './decode-path.ts';
import type { Snapshot } from './snapshot.ts';
import { TreeFiles } from './tree-files.ts';
import { TreeIndex } from './tree-index.ts';

export interface LoadedTree {
  readonly files: TreeFiles;
  /** Of the listing: links, submodules, names, filters. Those of contents are `files.problems()`. Sorted. */
  readonly problems: readonly Problem[];
}

/** Longer targets are not followed, so they need not be read. */
const MAX_TARGET = 4096;

/**
 * Loads the entries `wanted` says yes to (a link: what it leads to). Never throws on content; a source that cannot be
 * read at all throws its UserError.
 */
export async function loadTree(
  snapshot: Snapshot,
  wanted: (entry: TreeEntry) => boolean,
  limits: Pick<BudgetLimits, 'fileBytes' | 'treeBytes'>,
): Promise<LoadedTree> {
  const entries = await snapshot.entries();
  const links = entries.filter((entry) => entry.mode === 'link' && entry.size <= MAX_TARGET);
  const targets = new Map<string, string>();
  for (const [blob, bytes] of await snapshot.read(links)) targets.set(blob, decodePath(bytes).path);
  const index = new TreeIndex(entries, targets);
  const files = new TreeFiles({ snapshot, entries, index, limits });
  const attributes = entries.filter((entry) => entry.mode !== 'link' && isAttributes(entry.path));
  await files.load([...attributes, ...entries.filter(wanted)].map((entry) => entry.path));
  const attributeTexts = new Map<string, string>();
  for (const entry of attributes) {
    const content = files.contentOf(entry);
    if (content.status === 'text') attributeTexts.set(entry.path, content.text);
  }
  return { files, problems: checkEntries({ entries, index, wanted, attributes: attributeTexts }) };
}

function isAttributes(path: string): boolean {
  return path === '.gitattributes' || path.endsWith('/.gitattributes');
}
