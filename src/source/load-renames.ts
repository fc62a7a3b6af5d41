/** Rename detection between two snapshots: lists both, reads only what might be a renamed and edited file. */
import type { TreeEntry } from '../model/tree.ts';
import { detectRenames } from './detect-renames.ts';
import type { Snapshot } from './snapshot.ts';

/** Contents are compared for at most this much on each side; beyond it only equal files and folders are paired. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Path after to path before. `relevant` limits the reading to files somebody analyses. */
export async function loadRenames(
  before: Snapshot,
  after: Snapshot,
  relevant: (entry: TreeEntry) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const [beforeEntries, afterEntries] = await Promise.all([before.entries(), after.entries()]);
  const exact = detectRenames({ before: beforeEntries, after: afterEntries, contents: new Map() });
  const sources = new Set(exact.values());
  const deleted = pick(beforeEntries, afterEntries, (entry) => !sources.has(entry.path) && relevant(entry));
  const added = pick(afterEntries, beforeEntries, (entry) => !exact.has(entry.path) && relevant(entry));
  if (deleted.length === 0 || added.length === 0) return exact;
  const [left, right] = await Promise.all([before.read(deleted), after.read(added)]);
  return detectRenames({ before: beforeEntries, after: afterEntries, contents: new Map([...left, ...right]) });
}

/** Files the other side does not have, in path order, up to the limit. */
function pick(
  entries: readonly TreeEntry[],
  others: readonly TreeEntry[],
  isWanted: (entry: TreeEntry) => boolean,
): readonly TreeEntry[] {
  const paths = new Set(others.map((entry) => entry.path));
  let bytes = 0;
  return entries.filter((entry) => {
    if (paths.has(entry.path) || entry.mode === 'link' || entry.mode === 'gitlink' || !isWanted(entry)) return false;
    bytes += entry.size;
    return bytes <= MAX_BYTES;
  });
}
