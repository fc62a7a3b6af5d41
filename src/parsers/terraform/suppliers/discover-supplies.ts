/**
 * Everything in a tree that gives values to its Terraform units from outside their directories (ATTACKS 12).
 */
import type { BudgetLimits } from '../../../model/budget.ts';
import type { Problem } from '../../../model/problem.ts';
import type { TreeReader } from '../../../model/tree.ts';
import type { Unit, UnitEnvironment } from '../../../model/unit.ts';
import type { SupplierDiscovery } from '../../parser-manifest.ts';
import { discoverTerragrunt } from '../terragrunt/discover-terragrunt.ts';
import { assignSupplies } from './assign-supplies.ts';
import { readDeclarations } from './read-declarations.ts';
import { scanSupplier } from './scan-supplier.ts';
import type { SuppliedByFile } from './supplier-command.ts';

/** Bound of the environments of one unit over all files. */
const MOST_ENVIRONMENTS = 100;

interface ReadSupplier {
  readonly path: string;
  readonly supplied: SuppliedByFile;
}

/** Environments by the path of their unit. A file that cannot be read is a Problem. */
export function discoverSupplies(
  units: readonly Unit[],
  paths: readonly string[],
  reader: TreeReader,
  limits: BudgetLimits,
): SupplierDiscovery {
  const problems: Problem[] = [];
  const environments = new Map<string, readonly UnitEnvironment[]>();
  const read: ReadSupplier[] = [];
  const unitPaths = new Set(units.map((unit) => unit.path));
  const exists = (path: string): boolean => reader.read(path).status !== 'missing';
  for (const path of paths) {
    const result = reader.read(path);
    if (result.status === 'rejected') problems.push(unreadable(path));
    if (result.status !== 'text') continue;
    const supplied = scanSupplier(path, result.text);
    if (supplied.commands.length + supplied.ambient.length > 0) read.push({ path, supplied });
  }
  const declared = read.length === 0 ? [] : units.map((unit) => ({ unit, own: readDeclarations(unit, reader) }));
  const workspacesMatter = declared.some(({ own }) => own.readsWorkspace);
  for (const { unit, own } of declared) {
    const found = read.flatMap((file) => {
      return assignSupplies(unit, own, { ...file, unitPaths, exists, workspacesMatter });
    });
    if (found.length > 0) environments.set(unit.path, found);
  }
  for (const path of paths.filter(isTerragrunt)) {
    const found = discoverTerragrunt(path, { reader, limits, unitPaths });
    if (found?.problem) problems.push(found.problem);
    if (!found?.environment) continue;
    environments.set(found.unit, [...(environments.get(found.unit) ?? []), found.environment]);
  }
  for (const [path, found] of environments) {
    if (found.length <= MOST_ENVIRONMENTS) continue;
    environments.set(path, found.slice(0, MOST_ENVIRONMENTS));
    problems.push(tooMany(path, found.length));
  }
  return { environments, problems };
}

function unreadable(path: string): Problem {
  return {
    code: 'unreadable-file',
    effect: 'not-evaluated',
    message: 'This file may give values to Terraform variables and could not be read',
    location: { path, range: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } },
  };
}

function tooMany(unit: string, count: number): Problem {
  return {
    code: 'budget-exceeded',
    effect: 'not-evaluated',
    message: `Commands of this repository show ${count} environments, more than the ${MOST_ENVIRONMENTS} that are evaluated`,
    unit,
    hint: 'Name the environments in the policy file.',
  };
}

function isTerragrunt(path: string): boolean {
  return path === 'terragrunt.hcl' || path.endsWith('/terragrunt.hcl');
}
