/**
 * GitHub's listing of a tree as entries. GitHub answers in JSON, which cannot hold names that are not UTF-8: they
 * arrive with U+FFFD, or converted to a name another file may have. Both are marked, and no file hides another.
 */
import type { EntryMode, TreeEntry } from '../model/tree.ts';
import { comparePaths } from '../source/compare-paths.ts';

/** One item as GitHub's REST interface gives it. */
export interface ListedItem {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

const MODES: ReadonlyMap<string, EntryMode> = new Map([
  ['100755', 'executable'],
  ['120000', 'link'],
  ['160000', 'gitlink'],
]);
const REPLACEMENT = '\u{FFFD}';

/** Files, links and gitlinks, sorted by path; every path stands once. */
export function readTreeItems(items: readonly ListedItem[]): readonly TreeEntry[] {
  const ambiguous = repeatedPaths(items);
  const taken = new Set<string>();
  const entries = items
    .filter((item) => item.type !== 'tree')
    .map((item) => entryOf(item, taken, item.path.includes(REPLACEMENT) || isBelow(item.path, ambiguous)));
  return entries.sort((left, right) => comparePaths(left.path, right.path));
}

function entryOf(item: ListedItem, taken: Set<string>, pathNotUtf8: boolean): TreeEntry {
  const mode = MODES.get(item.mode) ?? 'file';
  const path = unusedPath(item.path, taken);
  taken.add(path);
  // A file without a size is one nobody may read unbounded.
  const size = mode === 'gitlink' ? 0 : (item.size ?? Number.MAX_SAFE_INTEGER);
  return { path, mode, blob: item.sha, size, ...(pathNotUtf8 ? { pathNotUtf8 } : {}) };
}

function unusedPath(path: string, taken: ReadonlySet<string>): string {
  const slash = path.lastIndexOf('/') + 1;
  for (let count = 2, candidate = path; ; count += 1) {
    if (!taken.has(candidate)) return candidate;
    candidate = `${path.slice(0, slash)}(${count})${path.slice(slash)}`;
  }
}

/** Paths, also of folders, that several items share. */
function repeatedPaths(items: readonly ListedItem[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { path } of items) {
    if (seen.has(path)) repeated.add(path);
    seen.add(path);
  }
  return repeated;
}

function isBelow(path: string, ambiguous: ReadonlySet<string>): boolean {
  if (ambiguous.size === 0) return false;
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (ambiguous.has(path.slice(0, end))) return true;
  }
  return false;
}
