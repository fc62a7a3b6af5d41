/**
 * One Terraform directory expanded: its module instances and every resource with its arguments evaluated, before any is
 * lowered. Reports its Problems to the session.
 */
import type { Unit } from '../../model/unit.ts';
import type { Value } from '../../model/value.ts';
import type { EvaluationContext } from '../parser-manifest.ts';
import { expandResource } from './evaluation/expand-resource.ts';
import type { Scope, Session } from './evaluation/session.ts';
import { takeSteps } from './evaluation/take-steps.ts';
import { indexMoves } from './inputs/index-moves.ts';
import { readVariableFiles } from './inputs/read-variable-files.ts';
import { expandScopes } from './resources/expand-scopes.ts';
import { toTerraformResource } from './resources/to-terraform-resource.ts';
import type { TerraformResource } from './terraform-resource.ts';

/** Values of the root's variables that stand above every file; undefined for the others. */
export type GivenVariables = (name: string) => Value | undefined;

export interface ExpandedUnit {
  /** The root first. */
  readonly scopes: readonly [Scope, ...Scope[]];
  readonly resources: readonly TerraformResource[];
}

/** Loads and evaluates all of the unit. */
export function expandUnit(
  session: Session,
  unit: Unit,
  context: Pick<EvaluationContext, 'variableFiles'>,
  above: GivenVariables = () => undefined,
): ExpandedUnit {
  const root = createRoot(session, unit, context, above);
  const [, ...others] = expandScopes(root);
  const scopes = [root, ...others] as const;
  return { scopes: [...scopes], resources: expandResources(scopes) };
}

function createRoot(
  session: Session,
  unit: Unit,
  context: Pick<EvaluationContext, 'variableFiles'>,
  above: GivenVariables,
): Scope {
  const values = readVariableFiles(
    {
      reader: session.reader,
      directory: session.rootDirectory,
      chosen: context.variableFiles,
      others: isCheckedElsewhere(session, unit) ? [] : unit.files.filter(isVariableFile),
      maxDepth: session.limits.nesting,
      unit: unit.path,
      takeSteps: (steps) => takeSteps(session, steps),
    },
    session.problems,
  );
  const given = (name: string): Value | undefined => {
    const attribute = values.get(name);
    const value = above(name);
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

function isVariableFile(path: string): boolean {
  return path.endsWith('.tfvars') || path.endsWith('.tfvars.json');
}

/** An environment that the unit's own files show is evaluated beside `default`, which checks all of them once. */
function isCheckedElsewhere(session: Session, unit: Unit): boolean {
  return unit.environments?.some(({ name }) => name === session.environment) === true;
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
