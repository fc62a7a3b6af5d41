/**
 * Which unit is evaluated in which environment: those of policy, else those its own files show, and always those that
 * commands elsewhere in the tree show (ATTACKS 12). Loads the files that hold such commands.
 */
import type { Problem } from '../model/problem.ts';
import type { Format, Unit, UnitSupply } from '../model/unit.ts';
import type { EvaluationPlan, ParserManifest, SupplierDiscovery } from '../parsers/parser-manifest.ts';
import type { TreeFiles } from '../source/tree-files.ts';
import type { AnalysisContext } from './analyze-tree.ts';

/** One environment of one unit. */
export interface EvaluatedEnvironment {
  readonly name: string;
  readonly variableFiles: readonly string[];
  readonly plan?: EvaluationPlan;
  readonly supply?: UnitSupply;
}

export interface Evaluation {
  readonly parser: ParserManifest;
  readonly unit: Unit;
  readonly environment: EvaluatedEnvironment;
}

export interface Evaluations {
  /** Sorted by format and unit; what is deployed anyway before its variants. */
  readonly list: readonly Evaluation[];
  readonly problems: readonly Problem[];
}

const DEFAULT_ENVIRONMENT: EvaluatedEnvironment = { name: 'default', variableFiles: [] };
const NOTHING: SupplierDiscovery = { environments: new Map(), problems: [] };

/** Includes and the files they read come one after the other; more rounds than this mean without end. */
const MAX_ROUNDS = 20;

/** Every unit of a side in each of its environments. */
export async function listEvaluations(
  files: TreeFiles,
  understood: ReadonlyMap<string, Format>,
  context: AnalysisContext,
): Promise<Evaluations> {
  const list: Evaluation[] = [];
  const problems: Problem[] = [];
  for (const parser of context.parsers) {
    const paths = [...understood].filter(([, format]) => format === parser.format).map(([path]) => path);
    const units = parser.discoverUnits(paths.sort());
    const supplied = units.length === 0 ? NOTHING : await discover(parser, units, files, context);
    for (const problem of supplied.problems) problems.push(problem);
    for (const unit of units) {
      const environments = [...ownEnvironments(unit, context, parser), ...(supplied.environments.get(unit.path) ?? [])];
      for (const environment of environments) list.push({ parser, unit, environment });
    }
  }
  return { list, problems };
}

/** What policy names stands for what the tree shows; plans are evaluated beside both. */
function ownEnvironments(
  unit: Unit,
  { environments, plans = [] }: AnalysisContext,
  parser: ParserManifest,
): readonly EvaluatedEnvironment[] {
  const named = environments.filter((environment) => environment.appliesTo(unit.path));
  const shown = unit.environments ?? [];
  const plain = shown.filter(({ planFile }) => planFile === undefined);
  const fromTree = shown.flatMap(({ name, variableFiles, planFile }) => {
    return planFile === undefined ? [] : [{ name, variableFiles, plan: { file: planFile } }];
  });
  const given = plans.filter(({ directory }) => parser.format === 'terraform' && directory === unit.path);
  return [
    ...(named.length > 0 ? named : [DEFAULT_ENVIRONMENT, ...plain]).map(({ name, variableFiles }) => ({
      name,
      variableFiles,
    })),
    ...fromTree,
    ...given.map(({ environment, file, text }) => ({ name: environment, variableFiles: [], plan: { file, text } })),
  ];
}

async function discover(
  { suppliers }: ParserManifest,
  units: readonly Unit[],
  files: TreeFiles,
  { isIgnored, limits }: AnalysisContext,
): Promise<SupplierDiscovery> {
  if (suppliers === undefined) return NOTHING;
  const paths = files.entries
    .map((entry) => entry.path)
    .filter((path) => suppliers.mayMatter(path) && !isIgnored(path));
  if (paths.length === 0) return NOTHING;
  await files.load(paths);
  for (let round = 0; ; round += 1) {
    const reader = files.createReader();
    const found = suppliers.discover(units, paths, reader, limits);
    const wanted = reader.wanted();
    if (wanted.length === 0 || round === MAX_ROUNDS) return found;
    await files.load(wanted);
  }
}
