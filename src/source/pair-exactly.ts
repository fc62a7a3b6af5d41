/** Renames without a change of content. Where several files are equal, the nearest names belong together. */
import type { TreeEntry } from '../model/tree.ts';
import { comparePaths } from './compare-paths.ts';

/** The files that exist on one side only and have no partner yet, sorted by path. */
export interface RenameCandidates {
  readonly deleted: readonly TreeEntry[];
  readonly added: readonly TreeEntry[];
}

/** Larger groups of equal files are paired by name only. */
const MAX_PAIRS = 10_000;

/** Adds pairs of equal blob and mode kind to `renames`. Empty files are equal to all others and say nothing. */
export function pairExactly({ deleted, added }: RenameCandidates, renames: Map<string, string>): void {
  const groups = new Map<string, { from: TreeEntry[]; to: TreeEntry[] }>();
  const groupOf = (entry: TreeEntry) => {
    const key = `${entry.mode === 'link'} ${entry.blob}`;
    const group = groups.get(key) ?? { from: [], to: [] };
    groups.set(key, group);
    return group;
  };
  for (const entry of deleted) if (entry.size > 0) groupOf(entry).from.push(entry);
  for (const entry of added) if (entry.size > 0) groupOf(entry).to.push(entry);
  for (const { from, to } of groups.values()) {
    if (from.length * to.length <= MAX_PAIRS) pairNearest(from, to, renames);
    else pairSameNames(from, to, renames);
  }
}

function pairNearest(from: readonly TreeEntry[], to: readonly TreeEntry[], renames: Map<string, string>): void {
  const pairs = from.flatMap((one) =>
    to.map((other) => ({ from: one.path, to: other.path, score: comparePlaces(one.path, other.path) })),
  );
  pairs.sort(
    (left, right) => right.score - left.score || comparePaths(left.from, right.from) || comparePaths(left.to, right.to),
  );
  const used = new Set<string>();
  for (const pair of pairs) {
    if (used.has(pair.from) || renames.has(pair.to)) continue;
    used.add(pair.from);
    renames.set(pair.to, pair.from);
  }
}

/** Names that stand on each side once. */
function pairSameNames(from: readonly TreeEntry[], to: readonly TreeEntry[], renames: Map<string, string>): void {
  const sources = uniqueByName(from);
  for (const [name, target] of uniqueByName(to)) {
    const source = sources.get(name);
    if (source !== undefined && target !== undefined) renames.set(target, source);
  }
}

function uniqueByName(entries: readonly TreeEntry[]): ReadonlyMap<string, string | undefined> {
  const byName = new Map<string, string | undefined>();
  for (const { path } of entries) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    byName.set(name, byName.has(name) ? undefined : path);
  }
  return byName;
}

/** Parts two paths share at the end, then at the start; the name itself weighs most. */
function comparePlaces(left: string, right: string): number {
  const [one, other] = [left.split('/'), right.split('/')];
  const shared = (at: (parts: readonly string[], index: number) => string | undefined): number => {
    let count = 0;
    while (count < Math.min(one.length, other.length) && at(one, count) === at(other, count)) count += 1;
    return count;
  };
  const end = shared((parts, index) => parts[parts.length - 1 - index]);
  const start = shared((parts, index) => parts[index]);
  return end * 1000 + start;
}
