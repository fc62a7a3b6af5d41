/**
 * Which added file is which deleted one, so that moving a folder does not make every finding in it new. Pure over two
 * listings and some contents; the order of a listing never matters. Only names files again: whether anything counts
 * as unchanged is decided by evidence.
 */
import type { TreeEntry } from '../model/tree.ts';
import { comparePaths } from './compare-paths.ts';
import { pairByDirectory } from './pair-by-directory.ts';
import { pairBySimilarity } from './pair-by-similarity.ts';
import { pairExactly, type RenameCandidates } from './pair-exactly.ts';

export interface RenameInput {
  readonly before: readonly TreeEntry[];
  readonly after: readonly TreeEntry[];
  /** By blob id, of both sides, as far as they are known. Without contents only equal files and folders are paired. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Path after to path before. Every path stands on each side at most once. */
export function detectRenames(input: RenameInput): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  const before = new Set(input.before.map((entry) => entry.path));
  const after = new Set(input.after.map((entry) => entry.path));
  const deleted = sortFiles(input.before.filter((entry) => !after.has(entry.path)));
  const added = sortFiles(input.after.filter((entry) => !before.has(entry.path)));
  if (deleted.length === 0 || added.length === 0) return renames;
  pairExactly({ deleted, added }, renames);
  pairByDirectory(remaining({ deleted, added }, renames), renames);
  pairBySimilarity(remaining({ deleted, added }, renames), input.contents, renames);
  return renames;
}

function sortFiles(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  return entries.filter((entry) => entry.mode !== 'gitlink').sort((left, right) => comparePaths(left.path, right.path));
}

function remaining(candidates: RenameCandidates, renames: ReadonlyMap<string, string>): RenameCandidates {
  const used = new Set(renames.values());
  return {
    deleted: candidates.deleted.filter((entry) => !used.has(entry.path)),
    added: candidates.added.filter((entry) => !renames.has(entry.path)),
  };
}
