/**
 * The files that differ between two trees, in the shape GitHub lists them: renames found by equal content first and by
 * half of their lines second, as git does. Equal subtrees are not walked.
 */
import type { GitObjects, TreeEntry, TreeFile } from './git-objects.ts';
import { isBinary, type UnifiedDiff, unifiedDiff } from './unified-diff.ts';

export interface ChangedFile extends UnifiedDiff {
  readonly path: string;
  readonly previousPath?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  /** The blob after; before, where the file is removed. */
  readonly oid: string;
}

interface Sides {
  readonly path: string;
  readonly before?: TreeFile;
  readonly after?: TreeFile;
}

const NOTHING = new Uint8Array();
/** Above this many candidates git only looks for equal content (`diff.renameLimit`). */
const RENAME_LIMIT = 400;

export function compareTrees(objects: GitObjects, before: string, after: string): readonly ChangedFile[] {
  const sides = [...differing(objects, before, after, '')];
  const renames = findRenames(objects, sides);
  const sources = new Set(renames.values());
  const files = sides
    .filter((each) => !sources.has(each.path))
    .map((each) => changedFile(objects, each, removedSide(sides, renames.get(each.path))));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function removedSide(sides: readonly Sides[], path: string | undefined): Sides | undefined {
  return path === undefined ? undefined : sides.find((each) => each.path === path);
}

function changedFile(objects: GitObjects, sides: Sides, source: Sides | undefined): ChangedFile {
  const before = source?.before ?? sides.before;
  const content = (file: TreeFile | undefined): Uint8Array => {
    if (file?.mode === '160000') return Buffer.from(`Subproject commit ${file.oid}\n`);
    return (file && objects.blob(file.oid)) ?? NOTHING;
  };
  return {
    path: sides.path,
    ...(source ? { previousPath: source.path } : {}),
    status: source ? 'renamed' : statusOf(sides),
    oid: sides.after?.oid ?? sides.before?.oid ?? '',
    ...unifiedDiff(content(before), content(sides.after)),
  };
}

function statusOf({ before, after }: Sides): ChangedFile['status'] {
  if (!before) return 'added';
  if (!after) return 'removed';
  return before.oid === after.oid ? 'changed' : 'modified';
}

function* differing(objects: GitObjects, before: string, after: string, prefix: string): Generator<Sides> {
  if (before === after) return;
  const left = new Map((objects.tree(before) ?? []).map((entry) => [entry.name, entry]));
  const right = new Map((objects.tree(after) ?? []).map((entry) => [entry.name, entry]));
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(name), right.get(name)];
    if (one?.oid === other?.oid && one?.mode === other?.mode) continue;
    yield* differing(objects, folderOf(one), folderOf(other), `${prefix}${name}/`);
    const sides = { ...fileSide('before', one), ...fileSide('after', other) };
    if (Object.keys(sides).length > 0) yield { path: prefix + name, ...sides };
  }
}

function folderOf(entry: TreeEntry | undefined): string {
  return entry?.mode === '040000' ? entry.oid : '';
}

function fileSide(side: 'before' | 'after', entry: TreeEntry | undefined): { [key in typeof side]?: TreeFile } {
  return entry && entry.mode !== '040000' ? { [side]: { mode: entry.mode, oid: entry.oid } } : {};
}

/** From the path after to the path before. */
function findRenames(objects: GitObjects, sides: readonly Sides[]): ReadonlyMap<string, string> {
  const added = sides.filter((each) => each.after && !each.before);
  const removed = sides.filter((each) => each.before && !each.after);
  const renames = new Map<string, string>();
  const open = new Set(removed);
  const take = (target: Sides, source: Sides | undefined): void => {
    if (!source) return;
    renames.set(target.path, source.path);
    open.delete(source);
  };
  for (const each of added)
    take(
      each,
      [...open].find((one) => one.before?.oid === each.after?.oid),
    );
  if (added.length * removed.length > RENAME_LIMIT ** 2) return renames;
  for (const each of added.filter((one) => !renames.has(one.path))) take(each, mostSimilar(objects, each, open));
  return renames;
}

function mostSimilar(objects: GitObjects, target: Sides, sources: ReadonlySet<Sides>): Sides | undefined {
  const scored = [...sources].map((source) => ({ source, score: similarity(objects, source.before, target.after) }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= 0.5 ? best.source : undefined;
}

/** The part of the larger file's lines that both have. */
function similarity(objects: GitObjects, before: TreeFile | undefined, after: TreeFile | undefined): number {
  const [one, other] = [before && objects.blob(before.oid), after && objects.blob(after.oid)];
  if (!one || !other || isBinary(one) || isBinary(other)) return 0;
  const lines = (content: Uint8Array): string[] => Buffer.from(content).toString('utf8').replace(/\n$/, '').split('\n');
  const counts = new Map<string, number>();
  for (const line of lines(one)) counts.set(line, (counts.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of lines(other)) {
    const left = counts.get(line) ?? 0;
    if (left > 0) shared += 1;
    counts.set(line, left - 1);
  }
  return shared / Math.max(lines(one).length, lines(other).length);
}
