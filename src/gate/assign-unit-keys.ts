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
  const keys = new Map<string, string>();
  const claims = new Map<string, string[]>();
  for (const path of afterPaths) {
    keys.set(path, path);
    if (beforePaths.has(path)) continue;
    const origin = originOf(path, renames);
    if (origin === undefined || !beforePaths.has(origin) || afterPaths.has(origin)) continue;
    claims.set(origin, [...(claims.get(origin) ?? []), path]);
  }
  for (const [origin, paths] of claims) {
    const [only] = paths;
    if (only !== undefined && paths.length === 1) keys.set(only, origin);
  }
  return keys;
}

/** The one path before that a file, or every renamed file directly in a directory, comes from. */
function originOf(path: string, renames: ReadonlyMap<string, string>): string | undefined {
  const own = renames.get(path);
  if (own !== undefined) return own;
  const origins = new Set<string>();
  for (const [to, from] of renames) {
    if (directoryOf(to) === path) origins.add(directoryOf(from));
  }
  const [only] = origins;
  return origins.size === 1 ? only : undefined;
}

function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '.' : path.slice(0, slash);
}
