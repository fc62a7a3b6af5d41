/**
 * One Terraform directory in one environment, from files to resources. The place to start reading: load, evaluate,
 * expand, lower. Pure over the reader; nothing of the tree is executed.
 */
import type { EvaluatedUnit, ExternalInput, Unit } from '../../model/unit.ts';
import type { Value } from '../../model/value.ts';
import type { EvaluationContext } from '../parser-manifest.ts';
import { createSession } from './create-session.ts';
import { expandResource } from './evaluation/expand-resource.ts';
import type { Scope, Session } from './evaluation/session.ts';
import { collectExternalInputs } from './inputs/collect-external-inputs.ts';
import { indexMoves } from './inputs/index-moves.ts';
import { pinLockedProviders } from './inputs/pin-locked-providers.ts';
import { readVariableFiles } from './inputs/read-variable-files.ts';
import { RecordingReader } from './inputs/recording-reader.ts';
import { suppliedVariables } from './inputs/supplied-variables.ts';
import { lowerTerraform } from './lower/lower-terraform.ts';
import { expandScopes } from './resources/expand-scopes.ts';
import { reportRemoved } from './resources/report-removed.ts';
import { toTerraformResource } from './resources/to-terraform-resource.ts';
import type { TerraformResource } from './terraform-resource.ts';

/** The evaluated unit: resources by address, Problems and inputs by place, everything it read. */
export function evaluateTerraformUnit(unit: Unit, context: EvaluationContext): EvaluatedUnit {
  const reader = new RecordingReader(context.reader);
  const session = createSession(unit, context, reader);
  const root = createRoot(session, unit, context);
  const scopes = expandScopes(root);
  const resources = expandResources(scopes);
  const externalInputs = pinLockedProviders(scopes.flatMap(collectExternalInputs).sort(compareInputs), {
    reader,
    directory: session.rootDirectory,
    unit: unit.path,
    maxDepth: session.limits.nesting,
  });
  for (const scope of scopes) reportRemoved(scope);
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

function createRoot(session: Session, unit: Unit, context: EvaluationContext): Scope {
  const values = readVariableFiles(
    {
      reader: session.reader,
      directory: session.rootDirectory,
      chosen: context.variableFiles,
      others: unit.files.filter((path) => path.endsWith('.tfvars') || path.endsWith('.tfvars.json')),
      maxDepth: session.limits.nesting,
      unit: unit.path,
    },
    session.problems,
  );
  const supplied = suppliedVariables(session, context.variableFiles);
  const given = (name: string): Value | undefined => {
    const attribute = values.get(name);
    const value = supplied(name);
    if (value !== undefined || !attribute) return value;
    return session.evaluate(attribute.expression, {
      session,
      scope: undefined,
      file: attribute.file,
      bindings: undefined,
    });
  };
  return {
    session,
    prefix: '',
    configuration: session.loadModule(session.rootDirectory),
    calledFrom: [],
    presence: 'yes',
    parent: undefined,
    given,
    providers: new Map(),
    memo: new Map(),
    expansions: new Map(),
  };
}

/** All blocks are expanded before any is evaluated, so that references find every instance. */
function expandResources(scopes: readonly Scope[]): readonly TerraformResource[] {
  const moves = indexMoves(scopes);
  const expansions = scopes.flatMap((scope) => {
    return [...scope.configuration.resources.values()].map((block) => ({
      scope,
      expansion: expandResource(scope, block),
    }));
  });
  return expansions.flatMap(({ scope, expansion }) => {
    return (expansion?.members ?? []).flatMap((member) => {
      const instance = scope.session.instances.get(member.address);
      return instance ? [toTerraformResource(instance, moves)] : [];
    });
  });
}

function compareInputs(a: ExternalInput, b: ExternalInput): number {
  return compareTexts(`${a.address} ${a.kind} ${a.source}`, `${b.address} ${b.kind} ${b.source}`);
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
