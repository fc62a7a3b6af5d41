/**
 * Follows links inside the tree the way a file system would, part by part, from the listing alone. Never leaves the
 * tree, never touches the disk, and gives up after as many links as Linux does.
 */
import type { TreeEntry } from '../model/tree.ts';

/** What resolution needs to know about a tree. */
export interface LinkTree {
  entryAt(path: string): TreeEntry | undefined;
  isDirectory(path: string): boolean;
  targetOf(link: TreeEntry): string | undefined;
}

export type ResolvedPath = {
  /** Links followed, in order; each decided the answer. */
  readonly links: readonly TreeEntry[];
} & (
  | { readonly status: 'entry'; readonly entry: TreeEntry }
  | { readonly status: 'directory'; readonly path: string }
  /** Nothing there; `path` is where the search ended. `dangling` when a link led there. */
  | { readonly status: 'missing' | 'dangling'; readonly path: string }
  | { readonly status: 'out-of-tree' | 'loop' }
);

/** As Linux (MAXSYMLINKS). */
const MAX_LINKS = 40;
/** As Linux (PATH_MAX); also bounds the work one target can cause. */
const MAX_TARGET = 4096;

/** Resolves `path`, relative to the root of the tree, through all links in it and at its end. */
export function resolveLink(path: string, tree: LinkTree): ResolvedPath {
  const links: TreeEntry[] = [];
  // Parts still to walk, last first, so that the parts of a target go on top.
  const pending = splitParts(path).reverse();
  let at = '';
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const missing = (where: string): ResolvedPath => ({
      status: links.length > 0 ? 'dangling' : 'missing',
      path: where,
      links,
    });
    if (!tree.isDirectory(at)) return missing(at);
    if (part === '.' || part === '') continue;
    if (part === '..') {
      if (at === '') return { status: 'out-of-tree', links };
      at = parentOf(at);
      continue;
    }
    const next = at === '' ? part : `${at}/${part}`;
    const entry = tree.entryAt(next);
    if (entry?.mode === 'link') {
      links.push(entry);
      if (links.length > MAX_LINKS) return { status: 'loop', links };
      const target = tree.targetOf(entry);
      if (target === undefined || target === '' || target.length > MAX_TARGET) return missing(next);
      if (target.startsWith('/')) return { status: 'out-of-tree', links };
      pending.push(...splitParts(target).reverse());
    } else if (entry === undefined && !tree.isDirectory(next)) {
      return missing(next);
    } else {
      at = next;
    }
  }
  const entry = tree.entryAt(at);
  if (entry !== undefined) return { status: 'entry', entry, links };
  return { status: 'directory', path: at, links };
}

function splitParts(path: string): string[] {
  return path === '' ? [] : path.split('/');
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
