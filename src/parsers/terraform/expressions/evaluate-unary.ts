/**
 * `!a` and `-a`.
 */
import type { Value } from '../../../model/value.ts';
import { deriveScalar } from '../evaluation/derive-scalar.ts';
import { fail } from '../evaluation/fail.ts';
import { originOf } from '../evaluation/origin-of.ts';
import { propagate } from '../evaluation/propagate.ts';
import type { Env } from '../evaluation/session.ts';
import type { UnaryExpression } from '../syntax/ast.ts';
import { toBoolean } from '../values/to-boolean.ts';
import { toNumber } from '../values/to-number.ts';

/** The negation; unknown of unknown. */
export function evaluateUnary(expression: UnaryExpression, env: Env): Value {
  const operand = env.session.evaluate(expression.operand, env);
  const origin = originOf(env, expression);
  const unknown = propagate([operand], origin);
  if (unknown) return unknown;
  const boolean = expression.operator === '!' ? toBoolean(operand) : undefined;
  if (boolean !== undefined) return deriveScalar(!boolean, [operand], origin);
  const number = expression.operator === '-' ? toNumber(operand) : undefined;
  return number === undefined
    ? fail(env.session, expression.operator, origin)
    : deriveScalar(-number, [operand], origin);
}
