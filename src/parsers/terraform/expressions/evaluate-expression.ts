/**
 * Every kind of expression to a value. Counts steps and depth for all of them, so that no single one has to.
 */
import type { Value } from '../../../model/value.ts';
import { computedReference } from '../evaluation/computed-reference.ts';
import { originOf } from '../evaluation/origin-of.ts';
import { readAttribute } from '../evaluation/read-attribute.ts';
import { readIndex } from '../evaluation/read-index.ts';
import { reportUndeclared } from '../evaluation/report-undeclared.ts';
import { resolveName } from '../evaluation/resolve-name.ts';
import type { Binding, Env } from '../evaluation/session.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import type { Expression, GetAttributeExpression, VariableExpression } from '../syntax/ast.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { withOrigin } from '../values/with-origin.ts';
import { evaluateBinary } from './evaluate-binary.ts';
import { evaluateCall } from './evaluate-call.ts';
import { evaluateConditional } from './evaluate-conditional.ts';
import { evaluateFor } from './evaluate-for.ts';
import { evaluateObject } from './evaluate-object.ts';
import { evaluateSplat } from './evaluate-splat.ts';
import { evaluateTemplate } from './evaluate-template.ts';
import { evaluateTuple } from './evaluate-tuple.ts';
import { evaluateUnary } from './evaluate-unary.ts';

/** Nested evaluations at a time, over locals, attributes and modules; a fraction of what the stack holds. */
const DEEPEST = 400;

/** Value of an expression in its environment. Never throws; what goes beyond a budget is unresolved. */
export function evaluateExpression(expression: Expression, env: Env): Value {
  const { session } = env;
  if (!takeSteps(session, 1) || session.depth >= DEEPEST) return beyondBudget(expression, env);
  session.depth += 1;
  const value = evaluateKind(expression, env);
  session.depth -= 1;
  return value;
}

function evaluateKind(expression: Expression, env: Env): Value {
  switch (expression.type) {
    case 'literal': {
      const origin = originOf(env, expression);
      return expression.value === null ? { state: 'null', origin } : makeScalar(expression.value, origin);
    }
    case 'template':
      return evaluateTemplate(expression, env);
    case 'variable':
      return evaluateVariable(expression, env);
    case 'get-attribute':
      return evaluateGetAttribute(expression, env);
    case 'index': {
      const object = env.session.evaluate(expression.object, env);
      return readIndex(env, object, env.session.evaluate(expression.index, env), originOf(env, expression));
    }
    case 'splat':
      return evaluateSplat(expression, env);
    case 'call':
      return evaluateCall(expression, env);
    case 'tuple':
      return evaluateTuple(expression, env);
    case 'object':
      return evaluateObject(expression, env);
    case 'for':
      return evaluateFor(expression, env);
    case 'conditional':
      return evaluateConditional(expression, env);
    case 'binary':
      return evaluateBinary(expression, env);
    case 'unary':
      return evaluateUnary(expression, env);
    case 'parentheses':
      return env.session.evaluate(expression.expression, env);
    case 'invalid':
      return makeUnresolved('invalid-expression', 'a syntax error', originOf(env, expression), { mayBeAbsent: true });
  }
}

function evaluateVariable(expression: VariableExpression, env: Env): Value {
  const origin = originOf(env, expression);
  for (let binding: Binding | undefined = env.bindings; binding; binding = binding.next) {
    if (binding.name === expression.name) return withOrigin(binding.value, origin);
  }
  return reportUndeclared(env.session, expression.name, origin);
}

function evaluateGetAttribute(expression: GetAttributeExpression, env: Env): Value {
  const named = resolveName(expression, env);
  if (named) return named;
  const object = env.session.evaluate(expression.object, env);
  const origin = originOf(env, expression);
  const { failures } = env.session;
  const value = readAttribute(env, object, expression.name, origin);
  const computed = env.session.failures > failures ? computedReference(expression, env, origin) : undefined;
  if (!computed) return value;
  env.session.failures = failures;
  return computed;
}

function beyondBudget(expression: Expression, env: Env): Value {
  const { session } = env;
  if (session.depth >= DEEPEST) {
    session.problems.add({
      code: 'budget-exceeded',
      effect: 'not-evaluated',
      message: `An expression needs more than ${DEEPEST} nested evaluations`,
      ...(session.current?.location && { location: session.current.location }),
      unit: session.unit,
    });
  }
  return makeUnresolved('budget-exceeded', 'an expression', originOf(env, expression), { mayBeAbsent: true });
}
