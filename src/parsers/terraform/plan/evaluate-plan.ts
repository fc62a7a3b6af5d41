/**
 * One Terraform directory as a plan has it: the configuration evaluated with the plan's variables, the plan's values over
 * it, lowered like any other. Adds resources and Problems of the plan only; what the configuration itself has to say is
 * said where it is evaluated without the plan.
 */
import { LineIndex } from '../../../documents/line-index.ts';
import type { Location } from '../../../model/location.ts';
import type { Problem } from '../../../model/problem.ts';
import type { EvaluatedUnit, Unit } from '../../../model/unit.ts';
import type { Value } from '../../../model/value.ts';
import type { EvaluationContext, EvaluationPlan } from '../../parser-manifest.ts';
import { createSession } from '../create-session.ts';
import type { Session } from '../evaluation/session.ts';
import { type ExpandedUnit, expandUnit } from '../expand-unit.ts';
import { RecordingReader } from '../inputs/recording-reader.ts';
import { lowerTerraform } from '../lower/lower-terraform.ts';
import { applyPlan } from './apply-plan.ts';
import { describeMismatches } from './describe-mismatches.ts';
import { parsePlan } from './parse-plan.ts';
import { planValue } from './plan-value.ts';
import type { PlannedResource, TerraformPlan } from './terraform-plan.ts';

/** The unit as planned. A plan that cannot be read gives Problems and no resources. */
export function evaluatePlan(unit: Unit, context: EvaluationContext, given: EvaluationPlan): EvaluatedUnit {
  const reader = new RecordingReader(context.reader);
  const text = given.text ?? textOf(reader, given.file);
  const session = createSession(unit, context, reader);
  const problems: Problem[] = [];
  const resources = text === undefined ? [] : evaluateText(text, { unit, context, given, session, problems });
  const exceeded = session.problems.sorted().filter(({ code }) => code === 'budget-exceeded');
  return {
    format: 'terraform',
    path: unit.path,
    environment: context.environment,
    generatedFrom: given.file,
    resources: [...resources].sort((a, b) => (a.address === b.address ? 0 : a.address < b.address ? -1 : 1)),
    problems: [...problems, ...exceeded],
    externalInputs: [],
    assumptions: [],
    unmapped: new Map(),
    reads: reader.reads(),
    steps: session.budget.spent + ((text?.length ?? 0) >> 4),
  };
}

/** What cannot be read was said when the tree was loaded. */
function textOf(reader: RecordingReader, file: string): string | undefined {
  const result = reader.read(file);
  return result.status === 'text' ? result.text : undefined;
}

interface Evaluation {
  readonly unit: Unit;
  readonly context: EvaluationContext;
  readonly given: EvaluationPlan;
  readonly session: Session;
  readonly problems: Problem[];
}

function evaluateText(text: string, evaluation: Evaluation): EvaluatedUnit['resources'] {
  const { unit, context, given, session, problems } = evaluation;
  const lines = new LineIndex(text);
  const at = (start: number, end: number): Location => ({ path: given.file, range: lines.rangeOf(start, end) });
  const plan = parsePlan(text, context.limits);
  for (const { code, effect, message, start, end } of plan.troubles) {
    problems.push(placed({ code, effect, message, unit: unit.path }, at(start, end), given));
  }
  if (plan.resources.length === 0 && plan.troubles.length > 0) return [];
  const expanded = expandUnit(session, unit, context, (name) => variableOf(plan, name));
  const [{ configuration }] = expanded.scopes;
  const entryLocation = ({ node }: PlannedResource): Location => {
    return given.text === undefined ? at(node.start, node.end) : firstLine(expanded, unit);
  };
  const isAlone = configuration.files.length === 0;
  const applied = applyPlan(plan, { ...expanded, entryLocation, isAlone });
  const effect = given.text === undefined ? 'note' : 'ambiguous';
  for (const problem of describeMismatches(applied.mismatches, { file: given.file, effect, unit: unit.path })) {
    problems.push(problem);
  }
  const { environment, dictionary } = context;
  const lowered = lowerTerraform(applied.resources, { unit: unit.path, environment, dictionary });
  for (const problem of lowered.problems) problems.push(problem);
  return lowered.resources;
}

function variableOf(plan: TerraformPlan, name: string): Value | undefined {
  const variable = plan.variables.get(name);
  if (variable === undefined) return undefined;
  const { value: node, sensitive } = variable;
  const secret = sensitive
    ? ({ ...node, type: 'scalar', value: true, text: 'true', style: 'plain' } as const)
    : undefined;
  return planValue({ node, unknown: undefined, sensitive: secret }, `var.${name}`, { from: 'computed' });
}

/** A plan that was given is no file of the tree: its place is part of the sentence. */
function placed(problem: Problem, location: Location, { file, text }: EvaluationPlan): Problem {
  if (text === undefined) return { ...problem, location };
  const { startLine, startColumn } = location.range;
  return { ...problem, message: `${file.slice(0, 120)}:${startLine}:${startColumn}: ${problem.message}` };
}

/** Of the directory the plan is for. */
function firstLine({ scopes: [{ configuration }] }: ExpandedUnit, unit: Unit): Location {
  const range = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  return { path: configuration.files[0]?.path ?? unit.files[0] ?? unit.path, range };
}
