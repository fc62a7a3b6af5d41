/**
 * Evaluates every unit of a tree in every environment, reusing what the other side already evaluated where every
 * read (files, misses, listings) is the same here. A unit that crashes its parser is a Problem, not the end of the run.
 */
import type { BudgetLimits } from '../model/budget.ts';
import type { TreeReader } from '../model/tree.ts';
import type { EvaluatedUnit, Format, Unit } from '../model/unit.ts';
import type { ParserManifest } from '../parsers/parser-manifest.ts';
import type { TreeFiles } from '../source/tree-files.ts';
import type { AnalysisContext } from './analyze-tree.ts';
import { isReusableHere } from './is-reusable-here.ts';

/** One environment of policy: which units it applies to and which variable files it adds. */
export interface EnvironmentSettings {
  readonly name: string;
  readonly appliesTo: (unitPath: string) => boolean;
  readonly variableFiles: readonly string[];
}

const DEFAULT_ENVIRONMENT: EnvironmentSettings = { name: 'default', appliesTo: () => true, variableFiles: [] };

/** A unit asks for files as it goes (`file("x")`); more rounds than this mean it asks without end. */
const MAX_ROUNDS = 20;

/** Units sorted by format, path and environment. */
export async function evaluateUnits(
  files: TreeFiles,
  understood: ReadonlyMap<string, Format>,
  context: AnalysisContext,
  reusable: readonly EvaluatedUnit[],
): Promise<readonly EvaluatedUnit[]> {
  const evaluated: EvaluatedUnit[] = [];
  const candidates = new Map(reusable.map((unit) => [unitIdentity(unit, unit.environment), unit]));
  for (const parser of context.parsers) {
    const paths = [...understood].filter(([, format]) => format === parser.format).map(([path]) => path);
    for (const unit of parser.discoverUnits(paths.sort())) {
      for (const environment of environmentsOf(unit, context)) {
        const candidate = candidates.get(unitIdentity(unit, environment.name));
        const known = candidate && isReusableHere(candidate, files.createReader());
        evaluated.push(known ? candidate : await evaluateUnit(parser, unit, environment, { files, context }));
      }
    }
  }
  return evaluated;
}

function unitIdentity(unit: Pick<Unit, 'format' | 'path'>, environment: string): string {
  return `${unit.format}\0${unit.path}\0${environment}`;
}

function environmentsOf(unit: Unit, { environments }: AnalysisContext): readonly EnvironmentSettings[] {
  const named = environments.filter((environment) => environment.appliesTo(unit.path));
  return named.length > 0 ? named : [DEFAULT_ENVIRONMENT];
}

async function evaluateUnit(
  parser: ParserManifest,
  unit: Unit,
  environment: EnvironmentSettings,
  { files, context }: { readonly files: TreeFiles; readonly context: AnalysisContext },
): Promise<EvaluatedUnit> {
  for (let round = 0; ; round++) {
    const reader = files.createReader();
    const result = evaluateSafely(parser, unit, environment, { reader, context });
    const wanted = reader.wanted();
    if (wanted.length === 0 || round === MAX_ROUNDS) return { ...result, reads: reader.reads() };
    await files.load(wanted);
  }
}

interface SafeContext {
  readonly reader: TreeReader;
  readonly context: { readonly limits: BudgetLimits; readonly dictionary: AnalysisContext['dictionary'] };
}

/** A throw is a bug of ours; it must cost one unit its verdict, never the run. */
function evaluateSafely(
  parser: ParserManifest,
  unit: Unit,
  environment: EnvironmentSettings,
  { reader, context }: SafeContext,
): EvaluatedUnit {
  const { limits, dictionary } = context;
  const { name, variableFiles } = environment;
  try {
    return parser.evaluateUnit(unit, { reader, environment: name, limits, dictionary, variableFiles });
  } catch (error) {
    return crashedUnit(unit, name, error);
  }
}

function crashedUnit(unit: Unit, environment: string, error: unknown): EvaluatedUnit {
  const detail = error instanceof Error ? error.message.slice(0, 200) : 'unknown error';
  return {
    format: unit.format,
    path: unit.path,
    environment,
    resources: [],
    problems: [
      {
        code: 'crash',
        effect: 'not-evaluated',
        message: `Evaluating this unit failed inside Threatdiff: ${detail}`,
        unit: unit.path,
        hint: 'Please report it with the file.',
      },
    ],
    externalInputs: [],
    assumptions: [],
    unmapped: new Map(),
    reads: [],
    steps: 0,
  };
}
