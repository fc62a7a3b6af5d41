/**
 * `[a, b]`.
 */
import type { Value } from '../../../model/value.ts';
import { originOf } from '../evaluation/origin-of.ts';
import type { Env } from '../evaluation/session.ts';
import type { TupleExpression } from '../syntax/ast.ts';
import { makeList } from '../values/make-list.ts';

/** A list of the items, unknown ones in their places. */
export function evaluateTuple(expression: TupleExpression, env: Env): Value {
  const values = expression.items.map((item) => env.session.evaluate(item, env));
  return makeList(values, originOf(env, expression));
}
