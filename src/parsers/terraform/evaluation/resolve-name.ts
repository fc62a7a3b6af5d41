/**
 * The names an expression may start with: `var`, `local`, `module`, `data`, resources, `path`, `terraform`. Gives
 * nothing for an expression that is no such name, so that the caller goes on from its parts.
 */
import type { Assumption, Origin, Value } from '../../../model/value.ts';
import type { Expression, GetAttributeExpression } from '../syntax/ast.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { originOf } from './origin-of.ts';
import { readLocal } from './read-local.ts';
import { readModule } from './read-module.ts';
import { readResource } from './read-resource.ts';
import { readVariable } from './read-variable.ts';
import { relativePath } from './relative-path.ts';
import { reportUndeclared } from './report-undeclared.ts';
import type { Binding, Env, Scope } from './session.ts';

const INSTANCE_NAMES: ReadonlySet<string> = new Set(['each', 'count', 'self']);

/** The value of `root.name` or `data.type.name`; undefined where the expression starts otherwise. */
export function resolveName(expression: GetAttributeExpression, env: Env): Value | undefined {
  const { object, name } = expression;
  if (object.type === 'variable') return resolveRoot(object.name, expression, env);
  if (object.type !== 'get-attribute' || !isFree(object.object, env)) return undefined;
  const root = object.object.type === 'variable' ? object.object.name : '';
  const origin = originOf(env, expression);
  if (root === 'data' && env.scope) return readResource(env.scope, { mode: 'data', type: object.name, name }, origin);
  if (root !== 'ephemeral') return undefined;
  return makeUnresolved('external-data', `ephemeral.${object.name}.${name}`, origin, { mayBeAbsent: true });
}

function resolveRoot(root: string, expression: GetAttributeExpression, env: Env): Value | undefined {
  if (!isFree(expression.object, env)) return undefined;
  const { scope } = env;
  const origin = originOf(env, expression);
  const subject = `${root}.${expression.name}`;
  if (!scope || INSTANCE_NAMES.has(root)) return reportUndeclared(env.session, subject, origin);
  switch (root) {
    case 'var':
      return readVariable(scope, expression.name, origin);
    case 'local':
      return readLocal(scope, expression.name, origin);
    case 'module':
      return readModule(scope, expression.name, origin);
    case 'path':
      return resolvePath(scope, expression.name, origin);
    case 'terraform':
    case 'tofu':
      return readTerraform(scope, subject, origin);
    case 'data':
    case 'ephemeral':
      return makeUnresolved('unsupported-expression', subject, origin);
    default:
      return readResource(scope, { mode: 'managed', type: root, name: expression.name }, origin);
  }
}

/** `terraform.workspace` is known where a command selects it; everything else is the deployer's. */
function readTerraform({ session }: Scope, subject: string, origin: Origin): Value {
  const workspace = subject.endsWith('.workspace') ? session.supply?.workspace : undefined;
  if (workspace === undefined) return makeUnresolved('pseudo-parameter', subject, origin);
  const assumption: Assumption = { kind: 'supplied', subject: 'terraform.workspace', value: workspace.slice(0, 80) };
  session.assumptions.set(assumption.subject, assumption);
  return makeScalar(workspace, { ...origin, assumptions: [assumption] });
}

/** Whether an expression is a name that nothing nearer binds. */
function isFree(expression: Expression, env: Env): boolean {
  if (expression.type !== 'variable') return false;
  let binding: Binding | undefined = env.bindings;
  while (binding && binding.name !== expression.name) binding = binding.next;
  return binding === undefined;
}

/** Paths are relative to the root directory, as Terraform's are; the working directory is the deployer's. */
function resolvePath(scope: Scope, name: string, origin: Origin): Value {
  if (name === 'root') return makeScalar('.', origin);
  if (name === 'module') {
    return makeScalar(relativePath(scope.session.rootDirectory, scope.configuration.directory), origin);
  }
  return makeUnresolved('non-deterministic', `path.${name}`, origin);
}
