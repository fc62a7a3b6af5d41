/**
 * One Terraform directory in one environment, from files to resources. The place to start reading: load, evaluate,
 * expand, lower. Pure over the reader; nothing of the tree is executed.
 */
import type { EvaluatedUnit, ExternalInput, Unit } from '../../model/unit.ts';
import type { EvaluationContext } from '../parser-manifest.ts';
import { createSession } from './create-session.ts';
import { expandUnit } from './expand-unit.ts';
import { collectExternalInputs } from './inputs/collect-external-inputs.ts';
import { pinLockedProviders } from './inputs/pin-locked-providers.ts';
import { RecordingReader } from './inputs/recording-reader.ts';
import { suppliedVariables } from './inputs/supplied-variables.ts';
import { lowerTerraform } from './lower/lower-terraform.ts';
import { evaluatePlan } from './plan/evaluate-plan.ts';
import { reportRemoved } from './resources/report-removed.ts';
import { reportValidations } from './resources/report-validations.ts';
import { withGeneratedFiles } from './terragrunt/with-generated-files.ts';

/** The evaluated unit: resources by address, Problems and inputs by place, everything it read. */
export function evaluateTerraformUnit(unit: Unit, context: EvaluationContext): EvaluatedUnit {
  if (context.plan !== undefined) return evaluatePlan(unit, context, context.plan);
  const reader = new RecordingReader(withGeneratedFiles(context, createSession(unit, context, context.reader)));
  const session = createSession(unit, context, reader);
  const { scopes, resources } = expandUnit(session, unit, context, suppliedVariables(session, context.variableFiles));
  const externalInputs = pinLockedProviders(scopes.flatMap(collectExternalInputs).sort(compareInputs), {
    reader,
    directory: session.rootDirectory,
    unit: unit.path,
    maxDepth: session.limits.nesting,
  });
  for (const scope of scopes) {
    reportRemoved(scope);
    reportValidations(scope);
  }
  const { environment, dictionary } = context;
  const lowered = lowerTerraform(resources, { unit: unit.path, environment, dictionary });
  for (const problem of lowered.problems) session.problems.add(problem);
  return {
    format: 'terraform',
    path: unit.path,
    environment,
    resources: [...lowered.resources].sort((a, b) => compareTexts(a.address, b.address)),
    problems: session.problems.sorted(),
    externalInputs,
    assumptions: [...session.assumptions.values()].sort((a, b) => compareTexts(a.subject, b.subject)),
    unmapped: new Map([...lowered.unmapped].sort(([a], [b]) => compareTexts(a, b))),
    reads: reader.reads(),
    steps: session.budget.spent,
  };
}

function compareInputs(a: ExternalInput, b: ExternalInput): number {
  return compareTexts(`${a.address} ${a.kind} ${a.source}`, `${b.address} ${b.kind} ${b.source}`);
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
