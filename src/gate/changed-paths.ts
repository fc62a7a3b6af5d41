/**
 * Which paths a pull request touches, from the two listings alone. A pure rename of a file the same parser reads is
 * not a change of its content.
 */
import type { Analysis } from '../model/analysis.ts';
import type { TreeEntry } from '../model/tree.ts';

/**
 * Paths of the head that are added or differ in content or mode from any before, paths that vanished, and the
 * directories (`''` is the root) whose listing differs.
 */
export function changedPaths(
  befores: readonly Analysis[],
  after: Analysis,
  renames: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const changed = new Set<string>();
  if (befores.length === 0) for (const entry of after.entries) addWithDirectory(changed, entry.path);
  for (const before of befores) addDifferences(changed, before, after, renames);
  return changed;
}

function addDifferences(
  changed: Set<string>,
  before: Analysis,
  after: Analysis,
  renames: ReadonlyMap<string, string>,
): void {
  const old = new Map(before.entries.map((entry) => [entry.path, entry]));
  const kept = new Set<string>();
  for (const entry of after.entries) {
    kept.add(entry.path);
    const counterpart = old.get(entry.path);
    if (counterpart && isSameContent(counterpart, entry)) continue;
    if (counterpart) changed.add(entry.path);
    else if (isPureRename(entry, old.get(renames.get(entry.path) ?? ''), before, after))
      addDirectory(changed, entry.path);
    else addWithDirectory(changed, entry.path);
  }
  for (const path of old.keys()) if (!kept.has(path)) addWithDirectory(changed, path);
}

function isSameContent(a: TreeEntry, b: TreeEntry): boolean {
  return a.blob === b.blob && a.mode === b.mode;
}

function isPureRename(entry: TreeEntry, source: TreeEntry | undefined, before: Analysis, after: Analysis): boolean {
  if (source === undefined || !isSameContent(source, entry)) return false;
  return before.understood.get(source.path) === after.understood.get(entry.path);
}

function addWithDirectory(changed: Set<string>, path: string): void {
  changed.add(path);
  addDirectory(changed, path);
}

function addDirectory(changed: Set<string>, path: string): void {
  changed.add(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
}
