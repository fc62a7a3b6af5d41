/** Renames between two snapshots: picks whose contents are worth comparing, and bounds how much is read for it. */
import type { TreeEntry } from '../model/tree.ts';
import { detectRenames } from './detect-renames.ts';
import type { Snapshot } from './snapshot.ts';

/** Larger files are matched by equal content or folder alone. */
const MAX_FILE_BYTES = 256 * 1024;
/** Read at most on each side, in path order; what is beyond is matched like a larger file. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Path in `after` to path in `before`.
 *
 * @param mayMatter whether a path can be infrastructure; others are matched by equal content and folder only
 */
export async function findRenames(
  before: Snapshot,
  after: Snapshot,
  mayMatter: (path: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const [old, now] = await Promise.all([before.entries(), after.entries()]);
  const certain = detectRenames({ before: old, after: now, contents: new Map() });
  const sources = new Set(certain.values());
  const deleted = candidates(old, now, (path) => !sources.has(path) && mayMatter(path));
  const added = candidates(now, old, (path) => !certain.has(path) && mayMatter(path));
  if (deleted.length === 0 || added.length === 0) return certain;
  const contents = new Map([...(await before.read(deleted)), ...(await after.read(added))]);
  return detectRenames({ before: old, after: now, contents });
}

/** Files only one side has, in path order, as far as the bounds go. */
function candidates(
  entries: readonly TreeEntry[],
  others: readonly TreeEntry[],
  isWanted: (path: string) => boolean,
): readonly TreeEntry[] {
  const known = new Set(others.map((entry) => entry.path));
  let bytes = 0;
  return entries.filter(({ path, mode, size }) => {
    if (known.has(path) || mode === 'link' || mode === 'gitlink' || size > MAX_FILE_BYTES || !isWanted(path))
      return false;
    bytes += size;
    return bytes <= MAX_BYTES;
  });
}
