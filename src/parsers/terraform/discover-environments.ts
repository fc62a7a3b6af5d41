/**
 * Variable files that Terraform does not load by itself are given on a command line: each stands for an environment
 * the directory is deployed to (ATTACKS 12). By path alone; which of them belong together only policy can say.
 */
import type { UnitEnvironment } from '../../model/unit.ts';
import { isConfigurationFile } from './configuration/is-configuration-file.ts';

/** `files` are those of the unit in `directory`. Named after the file, or after its folder for `prod/terraform.tfvars`. */
export function discoverEnvironments(directory: string, files: readonly string[]): readonly UnitEnvironment[] {
  const prefix = directory === '.' ? '' : `${directory}/`;
  const byName = new Map<string, string[]>();
  for (const path of [...files].sort()) {
    const own = path.slice(prefix.length);
    if (isConfigurationFile(path) || isLoadedByItself(own)) continue;
    byName.set(nameOf(own), [...(byName.get(nameOf(own)) ?? []), path]);
  }
  return [...byName]
    .map(([name, variableFiles]) => ({ name, variableFiles }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isLoadedByItself(name: string): boolean {
  return /^(?:terraform|[^/]*\.auto)\.tfvars(?:\.json)?$/.test(name);
}

function nameOf(name: string): string {
  const stem = name.replace(/\.tfvars(?:\.json)?$/, '');
  return stem.endsWith('/terraform') ? stem.slice(0, -'/terraform'.length) : stem;
}
