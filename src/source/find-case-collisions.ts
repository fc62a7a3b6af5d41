/**
 * Names that are one name on file systems which ignore case or Unicode normalisation: `Main.tf` beside `main.tf`,
 * `Prod/` beside `prod/`. Which of them such a machine deploys is chance. Looks at names only.
 */
import type { Problem } from '../model/problem.ts';
import type { TreeEntry } from '../model/tree.ts';
import { comparePaths } from './compare-paths.ts';
import { fileLocation } from './file-location.ts';

/** Code points HFS+ leaves out when it compares names. */
const IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/gu;

/** One problem for every entry whose path, or a folder of it, has another spelling in the tree. */
export function findCaseCollisions(entries: readonly TreeEntry[]): readonly Problem[] {
  const spellings = collectSpellings(entries);
  const problems: Problem[] = [];
  for (const entry of entries) {
    const other = otherSpelling(entry.path, spellings);
    if (other === undefined) continue;
    problems.push({
      code: 'case-collision',
      effect: 'ambiguous',
      message: `The name differs from ${JSON.stringify(other.slice(0, 200))} only in case or Unicode form.`,
      location: fileLocation(entry.path),
      hint: 'Rename one of them.',
    });
  }
  return problems;
}

/** Spellings by folded path, for every file and folder; only the first two, which are enough to name another. */
function collectSpellings(entries: readonly TreeEntry[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Set<string>();
  for (const entry of entries) addWithFolders(entry.path, paths);
  const spellings = new Map<string, string[]>();
  for (const path of [...paths].sort(comparePaths)) {
    const folded = foldPath(path);
    const known = spellings.get(folded);
    if (known === undefined) spellings.set(folded, [path]);
    else if (known.length < 2) known.push(path);
  }
  return spellings;
}

function addWithFolders(path: string, paths: Set<string>): void {
  let at = path;
  while (!paths.has(at)) {
    paths.add(at);
    const slash = at.lastIndexOf('/');
    if (slash === -1) return;
    at = at.slice(0, slash);
  }
}

/** Outermost first: `Prod/a.tf` collides because of `prod`, whatever is in it. */
function otherSpelling(path: string, spellings: ReadonlyMap<string, readonly string[]>): string | undefined {
  for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
    const part = end === -1 ? path : path.slice(0, end);
    const known = spellings.get(foldPath(part)) ?? [];
    if (known.length > 1) return known.find((spelling) => spelling !== part);
    if (end === -1) return undefined;
  }
}

function foldPath(path: string): string {
  return path.replace(IGNORED, '').normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');
}
