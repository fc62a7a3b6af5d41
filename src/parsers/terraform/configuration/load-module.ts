/**
 * All configuration files of one directory to one configuration, override files last, as Terraform loads them.
 */
import type { TreeReader } from '../../../model/tree.ts';
import { isConfigurationFile } from './is-configuration-file.ts';
import { joinPath } from './join-path.ts';
import { ModuleBuilder } from './module-builder.ts';
import type { ModuleConfiguration } from './module-configuration.ts';
import { parseSourceFile } from './parse-source-file.ts';

const OVERRIDE = /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/;

/** The configuration of `directory`; without files where it has none. Trouble is in its problems. */
export function loadModule(
  reader: TreeReader,
  directory: string,
  options: { readonly maxDepth: number; readonly unit: string },
): ModuleConfiguration {
  const builder = new ModuleBuilder(directory, options.unit);
  const names = reader.list(directory).filter(isConfigurationFile);
  const overrides = names.filter((name) => OVERRIDE.test(name)).sort();
  const ordinary = names.filter((name) => !OVERRIDE.test(name)).sort();
  for (const name of [...ordinary, ...overrides]) {
    const path = joinPath(directory, name);
    const source = path === undefined ? undefined : parseSourceFile(reader, path, options);
    if (!source) continue;
    builder.addFile(source.file, source.body, OVERRIDE.test(name));
    for (const problem of source.problems) builder.addProblem(problem);
  }
  return builder.build();
}
