/**
 * Values of the root's variables from files, in Terraform's order: `terraform.tfvars`, `*.auto.tfvars`, then the files
 * of the environment. Later files win.
 */
import type { TreeReader } from '../../../model/tree.ts';
import { joinPath } from '../configuration/join-path.ts';
import type { SourceAttribute } from '../configuration/module-configuration.ts';
import { parseSourceFile } from '../configuration/parse-source-file.ts';
import type { ProblemLog } from '../evaluation/problem-log.ts';
import { stepsToParse } from '../evaluation/steps-to-parse.ts';

export interface VariableFiles {
  readonly reader: TreeReader;
  readonly directory: string;
  /** Files of the environment, from the root of the tree. */
  readonly chosen: readonly string[];
  /** Files of the unit that are only checked for errors. */
  readonly others: readonly string[];
  readonly maxDepth: number;
  readonly unit: string;
  /** Called with what each file costs; false once there is nothing left, and no more files are read. */
  readonly takeSteps: (steps: number) => boolean;
}

/** The last assignment of every variable, not evaluated. A chosen file that is not there is a Problem. */
export function readVariableFiles(files: VariableFiles, problems: ProblemLog): ReadonlyMap<string, SourceAttribute> {
  const { reader, directory, chosen, unit, maxDepth } = files;
  const own = filesReadByThemselves(reader.list(directory)).map((name) => joinPath(directory, name) ?? name);
  const values = new Map<string, SourceAttribute>();
  const used = new Set([...own, ...chosen]);
  for (const path of [...own, ...chosen, ...files.others.filter((other) => !used.has(other))]) {
    const source = parseSourceFile(reader, path, { maxDepth, unit });
    if (source && !files.takeSteps(stepsToParse(source.file.text))) break;
    for (const problem of source?.problems ?? []) problems.add(problem);
    if (!source && chosen.includes(path)) reportMissing(path, unit, problems);
    const assigned = used.has(path) ? source?.body.attributes : undefined;
    for (const [name, attribute] of assigned ?? []) values.set(name, attribute);
  }
  return values;
}

/** In the order in which Terraform reads them. */
function filesReadByThemselves(names: readonly string[]): readonly string[] {
  const first = ['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name));
  const automatic = names.filter((name) => name.endsWith('.auto.tfvars') || name.endsWith('.auto.tfvars.json')).sort();
  return [...first, ...automatic];
}

function reportMissing(path: string, unit: string, problems: ProblemLog): void {
  problems.add({
    code: 'unreadable-file',
    effect: 'not-evaluated',
    message: `The variable file ${path.slice(0, 120)} of this environment could not be read`,
    unit,
  });
}
