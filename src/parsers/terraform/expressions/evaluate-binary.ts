/**
 * Operators in three-valued logic: `false && unknown` is false, `true || unknown` is true, everything else over an
 * unknown is unknown.
 */
import type { Origin, Value } from '../../../model/value.ts';
import { deriveScalar } from '../evaluation/derive-scalar.ts';
import { exceedBudget } from '../evaluation/exceed-budget.ts';
import { fail } from '../evaluation/fail.ts';
import { originOf } from '../evaluation/origin-of.ts';
import { propagate } from '../evaluation/propagate.ts';
import type { Env } from '../evaluation/session.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import type { BinaryExpression, BinaryOperator } from '../syntax/ast.ts';
import { calculateDecimal } from './calculate-decimal.ts';
import { sizeOf } from '../values/size-of.ts';
import { compareValues } from '../values/compare-values.ts';
import { asDerived } from '../values/as-derived.ts';
import { isComputed } from '../values/is-computed.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { toBoolean } from '../values/to-boolean.ts';
import { toNumber } from '../values/to-number.ts';

/** What is left of an unknown number is up to whoever calculates with it: `x * 0 + 22`. */
const ARITHMETIC: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['+', '-', '*', '/', '%']);

/** The result of one operator. */
export function evaluateBinary(expression: BinaryExpression, env: Env): Value {
  const left = env.session.evaluate(expression.left, env);
  const right = env.session.evaluate(expression.right, env);
  const origin = originOf(env, expression);
  if (!takeSteps(env.session, sizeOf(left) + sizeOf(right)))
    return exceedBudget(env.session, expression.operator, origin);
  switch (expression.operator) {
    case '&&':
      return decideLogic(env, [left, right], false, origin);
    case '||':
      return decideLogic(env, [left, right], true, origin);
    case '==':
    case '!=':
      return decideEquality(left, right, expression.operator === '==', origin);
    default:
      return calculate(env, expression.operator, [left, right], origin);
  }
}

/** `deciding` is the operand that settles the answer alone. */
function decideLogic(env: Env, [left, right]: [Value, Value], deciding: boolean, origin: Origin): Value {
  const [a, b] = [toBoolean(left), toBoolean(right)];
  if (a === deciding) return deriveScalar(deciding, [left], origin);
  if (b === deciding) return deriveScalar(deciding, [right], origin);
  if (a !== undefined && b !== undefined) return deriveScalar(!deciding, [left, right], origin);
  return propagate([left, right], origin) ?? fail(env.session, 'a logical operator', origin);
}

function decideEquality(left: Value, right: Value, wanted: boolean, origin: Origin): Value {
  const equal = compareValues(left, right);
  if (equal !== undefined) return deriveScalar(equal === wanted, [left, right], origin);
  const unknown = propagate([left, right], origin);
  if (unknown) return isComputed([left, right]) ? asDerived(unknown) : unknown;
  return makeUnresolved('unknown-condition', '==', origin);
}

function calculate(env: Env, operator: BinaryOperator, operands: [Value, Value], origin: Origin): Value {
  const unknown = propagate(operands, origin);
  if (unknown) return ARITHMETIC.has(operator) || isComputed(operands) ? asDerived(unknown) : unknown;
  const [left, right] = [toNumber(operands[0]), toNumber(operands[1])];
  const result = left === undefined || right === undefined ? undefined : compute(operator, left, right);
  if (result === undefined || Number.isNaN(result)) return fail(env.session, operator, origin);
  return deriveScalar(result, operands, origin);
}

function compute(operator: BinaryOperator, a: number, b: number): number | boolean | undefined {
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '%':
      return calculateDecimal(operator, a, b);
    case '/':
      return b === 0 ? undefined : a / b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}
