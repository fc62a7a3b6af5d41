/**
 * Gives every unit of the head its key: its path as it is before. A moved folder keeps its findings; a copied one
 * does not inherit them. Uses git's kind of rename detection, never names or tags, which an author can choose.
 */
import type { Analysis } from '../model/analysis.ts';

/**
 * Unit path in the head to unit key. A unit that exists on both sides keeps its path. A new one takes the key of a
 * vanished unit when all its renamed files come from there and no other new unit claims it.
 *
 * @param renames path in the head to path before
 */
export function assignUnitKeys(
  before: Analysis,
  after: Analysis,
  renames: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const beforePaths = new Set(before.units.map((unit) => unit.path));
  const afterPaths = new Set(after.units.map((unit) => unit.path));
  const origins = originsByDirectory(renames);
  const keys = new Map<string, string>();
  const claims = new Map<string, string[]>();
  for (const path of afterPaths) {
    keys.set(path, path);
    if (beforePaths.has(path)) continue;
    const origin = renames.get(path) ?? only(origins.get(path));
    if (origin === undefined || !beforePaths.has(origin) || afterPaths.has(origin)) continue;
    const claimants = claims.get(origin) ?? [];
    claimants.push(path);
    claims.set(origin, claimants);
  }
  for (const [origin, paths] of claims) {
    const [path] = paths;
    if (path !== undefined && paths.length === 1) keys.set(path, origin);
  }
  return keys;
}

/** Directory in the head to the directories that the files renamed into it come from. One pass, for any number of units. */
function originsByDirectory(renames: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlySet<string>> {
  const origins = new Map<string, Set<string>>();
  for (const [to, from] of renames) {
    const directory = directoryOf(to);
    const known = origins.get(directory) ?? new Set<string>();
    origins.set(directory, known.add(directoryOf(from)));
  }
  return origins;
}

function only(paths: ReadonlySet<string> | undefined): string | undefined {
  return paths?.size === 1 ? [...paths][0] : undefined;
}

function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '.' : path.slice(0, slash);
}
