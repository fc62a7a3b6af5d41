/** Renames between two snapshots: picks whose contents are worth comparing, and bounds how many are read. */
import type { TreeEntry } from '../model/tree.ts';
import { detectRenames } from './detect-renames.ts';
import type { Snapshot } from './snapshot.ts';

/** Larger files are matched by equal content or folder alone. */
const MAX_BYTES = 256 * 1024;
/** As git's `diff.renameLimit`: beyond it similarity is not tried, equal content still is. */
const MAX_FILES = 1000;

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
  const deleted = candidates(old, now, mayMatter);
  const added = candidates(now, old, mayMatter);
  const affordable = deleted.length <= MAX_FILES && added.length <= MAX_FILES;
  const isWorthwhile = affordable && deleted.length > 0 && added.length > 0;
  const contents = isWorthwhile
    ? new Map([...(await before.read(deleted)), ...(await after.read(added))])
    : new Map<string, Uint8Array>();
  return detectRenames({ before: old, after: now, contents });
}

function candidates(
  entries: readonly TreeEntry[],
  others: readonly TreeEntry[],
  mayMatter: (path: string) => boolean,
): readonly TreeEntry[] {
  const known = new Set(others.map((entry) => entry.path));
  return entries.filter(
    ({ path, mode, size }) =>
      !known.has(path) && (mode === 'file' || mode === 'executable') && size <= MAX_BYTES && mayMatter(path),
  );
}
