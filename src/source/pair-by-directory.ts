/** Files that moved with their folder and changed on the way: where most of a folder went, the rest went as well. */
import { comparePaths } from './compare-paths.ts';
import type { RenameCandidates } from './pair-exactly.ts';

/** Deeper folders do not vote; bounds the work one long path can cause. */
const MAX_LEVELS = 20;

/** Adds to `renames` what follows from the renames already in it. */
export function pairByDirectory({ deleted, added }: RenameCandidates, renames: Map<string, string>): void {
  const targets = electTargets(renames);
  if (targets.size === 0) return;
  const free = new Set(added.filter((entry) => entry.mode !== 'link').map((entry) => entry.path));
  for (const entry of deleted) {
    const to = entry.mode === 'link' ? undefined : movedPath(entry.path, targets);
    if (to === undefined || !free.delete(to)) continue;
    renames.set(to, entry.path);
  }
}

/** Where each folder went: the target with the most votes, if no other has as many. */
function electTargets(renames: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const [to, from] of renames) {
    for (const [fromFolder, toFolder] of movedFolders(from, to)) {
      const ballots = votes.get(fromFolder) ?? new Map<string, number>();
      ballots.set(toFolder, (ballots.get(toFolder) ?? 0) + 1);
      votes.set(fromFolder, ballots);
    }
  }
  const targets = new Map<string, string>();
  for (const [folder, ballots] of votes) {
    const [first, second] = [...ballots].sort((left, right) => right[1] - left[1] || comparePaths(left[0], right[0]));
    if (first !== undefined && first[1] !== second?.[1]) targets.set(folder, first[0]);
  }
  return targets;
}

/** `a/b/x` to `c/b/x` says that `a/b` is `c/b` now, and `a` is `c`. The root moves nowhere. */
function movedFolders(from: string, to: string): readonly (readonly [string, string])[] {
  const [left, right] = [from.split('/'), to.split('/')];
  const folders: [string, string][] = [];
  while (left.length > 1 && right.length > 1 && left.at(-1) === right.at(-1) && folders.length < MAX_LEVELS) {
    left.pop();
    right.pop();
    folders.push([left.join('/'), right.join('/')]);
  }
  return folders.filter(([fromFolder, toFolder]) => fromFolder !== toFolder);
}

/** Path after its nearest moved folder. */
function movedPath(path: string, targets: ReadonlyMap<string, string>): string | undefined {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const target = targets.get(path.slice(0, end));
    if (target !== undefined) return `${target}${path.slice(end)}`;
  }
  return undefined;
}
