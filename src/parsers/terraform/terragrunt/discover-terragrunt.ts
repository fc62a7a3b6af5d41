/**
 * Which unit a Terragrunt folder deploys, as an environment of that unit named after the folder.
 */
import type { BudgetLimits } from '../../../model/budget.ts';
import type { Problem } from '../../../model/problem.ts';
import type { TreeReader } from '../../../model/tree.ts';
import type { UnitEnvironment } from '../../../model/unit.ts';
import { joinPath } from '../configuration/join-path.ts';
import { createSession } from '../create-session.ts';
import { toText } from '../values/to-text.ts';
import { findTerragruntModule } from './find-terragrunt-module.ts';
import { readTerragrunt } from './read-terragrunt.ts';
import type { TerragruntConfiguration } from './terragrunt-configuration.ts';
import { TREE_ROOT } from './tree-root.ts';

export interface TerragruntPlace {
  readonly reader: TreeReader;
  readonly limits: BudgetLimits;
  readonly unitPaths: ReadonlySet<string>;
}

export interface DiscoveredTerragrunt {
  readonly unit: string;
  readonly environment?: UnitEnvironment;
  readonly problem?: Problem;
}

/** Undefined for a configuration that deploys nothing itself (one that others include) or is not in the tree. */
export function discoverTerragrunt(path: string, place: TerragruntPlace): DiscoveredTerragrunt | undefined {
  const { reader, limits, unitPaths } = place;
  const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const name = directory === '' ? '.' : directory;
  const session = createSession({ format: 'terraform', path: name, files: [] }, { limits, environment: name }, reader);
  const configuration = readTerragrunt(session, path);
  if (!configuration) return undefined;
  const unit = findTerragruntModule(configuration.source?.value, directory);
  if (unit !== undefined && unitPaths.has(unit || '.')) {
    const variableFiles = filesOf(configuration, directory, reader);
    const supply = { file: path, values: [], terragrunt: path, isOverlay: false };
    return { unit: unit || '.', environment: { name, variableFiles, supply } };
  }
  return configuration.source && { unit: name, problem: notAvailable(configuration.source.location) };
}

function filesOf({ variableFiles }: TerragruntConfiguration, directory: string, reader: TreeReader): readonly string[] {
  return variableFiles.flatMap((value) => {
    const text = toText(value);
    if (text === undefined) return [];
    const isAbsolute = text.startsWith(`${TREE_ROOT}/`);
    const path = isAbsolute ? joinPath('', text.slice(TREE_ROOT.length + 1)) : joinPath(directory, text);
    return path !== undefined && reader.read(path).status !== 'missing' ? [path] : [];
  });
}

function notAvailable(location: Problem['location']): Problem {
  return {
    code: 'module-not-available',
    effect: 'note',
    message: 'Terragrunt takes this module from outside the tree; it is not evaluated',
    ...(location && { location }),
  };
}
