/**
 * Groups Terraform files into units: a directory with configuration files is one. By path alone.
 */
import type { Unit, UnitEnvironment } from '../../model/unit.ts';
import { discoverEnvironments } from './discover-environments.ts';
import { isConfigurationFile } from './configuration/is-configuration-file.ts';
import { isPlanPath } from './plan/is-plan-path.ts';

/**
 * Units sorted by path. A variable file or a plan belongs to its own directory, else to the nearest directory above that
 * has configuration, so that no file is lost; where there is none, the directory of a variable file and a plan itself
 * are units.
 */
export function discoverTerraformUnits(paths: readonly string[]): readonly Unit[] {
  const roots = new Set(paths.filter(isConfigurationFile).map(directoryOf));
  const files = new Map<string, string[]>();
  for (const path of paths) {
    const directory = directoryOf(path);
    const home = isConfigurationFile(path) ? directory : (nearestRoot(directory, roots) ?? homeless(path));
    const group = files.get(home);
    if (group) group.push(path);
    else files.set(home, [path]);
  }
  return [...files]
    .map(([path, group]): Unit => {
      const environments = [...(roots.has(path) ? shownEnvironments(path, group) : []), ...planEnvironments(group)];
      return { format: 'terraform', path, files: group.sort(), ...(environments.length > 0 && { environments }) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function homeless(path: string): string {
  return isPlanPath(path) ? path : directoryOf(path);
}

function shownEnvironments(path: string, group: readonly string[]): readonly UnitEnvironment[] {
  return discoverEnvironments(
    path,
    group.filter((file) => !isPlanPath(file)),
  );
}

/** Each plan is an environment of its own, which nothing else shares a name with. */
function planEnvironments(group: readonly string[]): readonly UnitEnvironment[] {
  return group
    .filter(isPlanPath)
    .sort()
    .map((planFile) => ({ name: `plan ${planFile}`, variableFiles: [], planFile }));
}

function directoryOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '.' : path.slice(0, at);
}

function nearestRoot(directory: string, roots: ReadonlySet<string>): string | undefined {
  for (let at = directory; ; at = directoryOf(at)) {
    if (roots.has(at)) return at;
    if (at === '.') return undefined;
  }
}
