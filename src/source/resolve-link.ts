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

/** How far a walk is. */
interface Walk {
  readonly tree: LinkTree;
  /** Directory or entry reached so far; `''` is the root. */
  at: string;
  /** Parts still to walk, last first, so that the parts of a target go on top. */
  readonly pending: string[];
  readonly links: TreeEntry[];
}

/** Resolves `path`, relative to the root of the tree, through all links in it and at its end. */
export function resolveLink(path: string, tree: LinkTree): ResolvedPath {
  const walk: Walk = { tree, at: '', pending: splitParts(path).reverse(), links: [] };
  for (let part = walk.pending.pop(); part !== undefined; part = walk.pending.pop()) {
    const end = step(walk, part);
    if (end !== undefined) return end;
  }
  const entry = tree.entryAt(walk.at);
  if (entry !== undefined) return { status: 'entry', entry, links: walk.links };
  return { status: 'directory', path: walk.at, links: walk.links };
}

/** Takes one part; an answer ends the walk. */
function step(walk: Walk, part: string): ResolvedPath | undefined {
  const { tree, at, links } = walk;
  if (!tree.isDirectory(at)) return missing(walk, at);
  if (part === '.' || part === '') return undefined;
  if (part === '..') {
    if (at === '') return { status: 'out-of-tree', links };
    walk.at = parentOf(at);
    return undefined;
  }
  const next = at === '' ? part : `${at}/${part}`;
  const entry = tree.entryAt(next);
  if (entry?.mode === 'link') return follow(walk, entry);
  if (entry === undefined && !tree.isDirectory(next)) return missing(walk, next);
  walk.at = next;
  return undefined;
}

function follow(walk: Walk, link: TreeEntry): ResolvedPath | undefined {
  walk.links.push(link);
  if (walk.links.length > MAX_LINKS) return { status: 'loop', links: walk.links };
  const target = walk.tree.targetOf(link);
  if (target === undefined || target === '' || target.length > MAX_TARGET) return missing(walk, link.path);
  if (target.startsWith('/')) return { status: 'out-of-tree', links: walk.links };
  for (const item of splitParts(target).reverse()) walk.pending.push(item);
  return undefined;
}

function missing({ links }: Walk, path: string): ResolvedPath {
  return { status: links.length > 0 ? 'dangling' : 'missing', path, links };
}

function splitParts(path: string): string[] {
  return path === '' ? [] : path.split('/');
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
