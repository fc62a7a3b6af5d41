/** Renames with an edit: files of one kind that are at least half the same. Bounded in pairs and in lines. */
import type { TreeEntry } from '../model/tree.ts';
import { comparePaths } from './compare-paths.ts';
import { countLines, type LineCounts } from './count-lines.ts';
import { measureSimilarity } from './measure-similarity.ts';
import type { RenameCandidates } from './pair-exactly.ts';

interface ScoredPair {
  readonly from: string;
  readonly to: string;
  readonly score: number;
}

/** Lines of content at least this equal, by bytes, make a rename; as in git. */
const THRESHOLD = 0.5;
/** With more pairs only files of the same name are compared (git's rename limit is 1,000 × 1,000 as well). */
const MAX_PAIRS = 1_000_000;
/** Lines compared in all; what is left then is simply new. */
const MAX_STEPS = 20_000_000;

/** Adds to `renames` the pairs that are most alike first. `contents` by blob id; unknown ones are never paired. */
export function pairBySimilarity(
  candidates: RenameCandidates,
  contents: ReadonlyMap<string, Uint8Array>,
  renames: Map<string, string>,
): void {
  const counts = countAll([...candidates.deleted, ...candidates.added], contents);
  const budget = { left: MAX_STEPS };
  const pairs: ScoredPair[] = [];
  for (const [from, to] of listPairs(candidates, counts)) {
    const [left, right] = [counts.get(from.blob), counts.get(to.blob)];
    const score = left === undefined || right === undefined ? 0 : measureSimilarity(left, right, budget);
    if (score >= THRESHOLD) pairs.push({ from: from.path, to: to.path, score });
  }
  const used = new Set<string>();
  for (const { from, to } of pairs.sort(comparePairs)) {
    if (used.has(from) || renames.has(to)) continue;
    used.add(from);
    renames.set(to, from);
  }
}

function countAll(
  entries: readonly TreeEntry[],
  contents: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, LineCounts> {
  const counts = new Map<string, LineCounts>();
  for (const { blob, mode } of entries) {
    const bytes = mode === 'link' || counts.has(blob) ? undefined : contents.get(blob);
    if (bytes !== undefined) counts.set(blob, countLines(bytes));
  }
  return counts;
}

/**
 * Pairs worth comparing, at most `MAX_PAIRS`. A file of another kind is another input, however alike, and sizes too far
 * apart cannot reach the threshold.
 */
function* listPairs(
  candidates: RenameCandidates,
  counts: ReadonlyMap<string, LineCounts>,
): Generator<readonly [TreeEntry, TreeEntry]> {
  const isKnown = (entry: TreeEntry) => entry.mode !== 'link' && entry.size > 0 && counts.has(entry.blob);
  const deleted = candidates.deleted.filter(isKnown);
  const added = candidates.added.filter(isKnown);
  const keyOf = deleted.length * added.length > MAX_PAIRS ? nameOf : extensionOf;
  const groups = Map.groupBy(deleted, (entry) => keyOf(entry.path));
  let count = 0;
  for (const to of added) {
    for (const from of groups.get(keyOf(to.path)) ?? []) {
      count += 1;
      if (count > MAX_PAIRS) return;
      if (Math.min(from.size, to.size) >= THRESHOLD * Math.max(from.size, to.size)) yield [from, to];
    }
  }
}

function comparePairs(left: ScoredPair, right: ScoredPair): number {
  return (
    right.score - left.score ||
    Number(nameOf(right.from) === nameOf(right.to)) - Number(nameOf(left.from) === nameOf(left.to)) ||
    comparePaths(left.from, right.from) ||
    comparePaths(left.to, right.to)
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot);
}
