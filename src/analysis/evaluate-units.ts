/**
 * Evaluates every unit of a tree in every environment, reusing what the other side already evaluated where every
 * read (files, misses, listings) is the same here. A unit that crashes its parser is a Problem, not the end of the run.
 */
import type { BudgetLimits } from '../model/budget.ts';
import type { Problem } from '../model/problem.ts';
import type { TreeReader } from '../model/tree.ts';
import type { EvaluatedUnit, Format, Unit } from '../model/unit.ts';
import type { ParserManifest } from '../parsers/parser-manifest.ts';
import type { TreeFiles } from '../source/tree-files.ts';
import type { AnalysisContext } from './analyze-tree.ts';
import { isReusableHere } from './is-reusable-here.ts';
import { type EvaluatedEnvironment, type Evaluation, listEvaluations } from './list-evaluations.ts';

/** One environment of policy: which units it applies to and which variable files it adds. */
export interface EnvironmentSettings {
  readonly name: string;
  readonly appliesTo: (unitPath: string) => boolean;
  readonly variableFiles: readonly string[];
}

/** A unit asks for files as it goes (`file("x")`); more rounds than this mean it asks without end. */
const MAX_ROUNDS = 20;

/**
 * All units of a side together, as multiples of the limits of one. Every unit has limits of its own, but directories
 * cost nothing to make: two hundred small ones would otherwise use up any machine.
 */
const UNITS_AT_THE_LIMIT = { resources: 5, steps: 10 } as const;

export interface EvaluatedUnits {
  /** By format and path; for each unit the environments that are deployed anyway, then their variants. */
  readonly units: readonly EvaluatedUnit[];
  /** Of finding out which environments there are. */
  readonly problems: readonly Problem[];
}

/**
 * Variants are evaluated after everything else, so that they never use up what the rest needs. Units beyond the limit of
 * the side are not evaluated, which is said.
 */
export async function evaluateUnits(
  files: TreeFiles,
  understood: ReadonlyMap<string, Format>,
  context: AnalysisContext,
  reusable: readonly EvaluatedUnit[],
): Promise<EvaluatedUnits> {
  const { list, problems } = await listEvaluations(files, understood, context);
  const wanted = list.filter(({ unit, environment }) => context.wantsUnit?.(unit, environment.name) !== false);
  const evaluated = new Map<Evaluation, EvaluatedUnit>();
  const spent = { resources: 0, steps: 0 };
  const candidates = new Map(reusable.map((unit) => [unitIdentity(unit, unit.environment), unit]));
  const isVariant = ({ environment }: Evaluation): boolean => environment.supply?.isOverlay === true;
  for (const evaluation of [...wanted.filter((each) => !isVariant(each)), ...wanted.filter(isVariant)]) {
    const { parser, unit, environment } = evaluation;
    if (isUsedUp(spent, context.limits)) {
      evaluated.set(evaluation, failedUnit(unit, environment.name, TOO_MUCH));
      continue;
    }
    const candidate = candidates.get(unitIdentity(unit, environment.name));
    const known = candidate && isReusable(candidate, environment, files.createReader());
    const result = known ? candidate : await evaluateUnit(parser, unit, environment, { files, context });
    spent.resources += result.resources.length;
    spent.steps += result.steps;
    evaluated.set(evaluation, result);
  }
  return { units: wanted.flatMap((evaluation) => evaluated.get(evaluation) ?? []), problems };
}

/** The same reads, and the same given from outside. */
function isReusable(unit: EvaluatedUnit, { supply }: EvaluatedEnvironment, reader: TreeReader): boolean {
  return JSON.stringify(unit.supply) === JSON.stringify(supply) && isReusableHere(unit, reader);
}

function unitIdentity(unit: Pick<Unit, 'format' | 'path'>, environment: string): string {
  return `${unit.format}\0${unit.path}\0${environment}`;
}

async function evaluateUnit(
  parser: ParserManifest,
  unit: Unit,
  environment: EvaluatedEnvironment,
  { files, context }: { readonly files: TreeFiles; readonly context: AnalysisContext },
): Promise<EvaluatedUnit> {
  for (let round = 0; ; round++) {
    const reader = files.createReader();
    const result = evaluateSafely(parser, unit, environment, { reader, context });
    const wanted = reader.wanted();
    if (wanted.length === 0 || round === MAX_ROUNDS) {
      const { supply } = environment;
      return { ...result, reads: reader.reads(), ...(supply && { supply }) };
    }
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
  environment: EvaluatedEnvironment,
  { reader, context }: SafeContext,
): EvaluatedUnit {
  const { limits, dictionary } = context;
  const { name, ...given } = environment;
  try {
    return parser.evaluateUnit(unit, { reader, environment: name, limits, dictionary, ...given });
  } catch (error) {
    return crashedUnit(unit, name, error);
  }
}

function crashedUnit(unit: Unit, environment: string, error: unknown): EvaluatedUnit {
  const detail = error instanceof Error ? error.message.slice(0, 200) : 'unknown error';
  return failedUnit(unit, environment, {
    code: 'crash',
    effect: 'not-evaluated',
    message: `Evaluating this unit failed inside Threatdiff: ${detail}`,
    unit: unit.path,
    hint: 'Please report it with the file.',
  });
}

/** Of the run, not of a unit: what the other units hold is part of it. */
const TOO_MUCH: Problem = {
  code: 'budget-exceeded',
  effect: 'not-evaluated',
  message: 'All directories and templates together are too much to evaluate; the last ones were left out',
  hint: 'Raise budgets.unit_resources or budgets.unit_steps in the policy file, or ignore what is not deployed.',
};

function isUsedUp(spent: { readonly resources: number; readonly steps: number }, limits: BudgetLimits): boolean {
  return (
    spent.resources > limits.unitResources * UNITS_AT_THE_LIMIT.resources ||
    spent.steps > limits.unitSteps * UNITS_AT_THE_LIMIT.steps
  );
}

function failedUnit(unit: Unit, environment: string, problem: Problem): EvaluatedUnit {
  return {
    format: unit.format,
    path: unit.path,
    environment,
    resources: [],
    problems: [problem],
    externalInputs: [],
    assumptions: [],
    unmapped: new Map(),
    reads: [],
    steps: 0,
  };
}
