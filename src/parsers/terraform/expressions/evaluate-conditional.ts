/**
 * `condition ? a : b`. With an unknown condition the result is known only where both sides agree; a list that is
 * empty on one side keeps the elements of the other as elements that may be missing.
 */
import { isOrdinary } from '../../../dictionary/is-ordinary.ts';
import type { ListValue, Origin, UnresolvedReason, UnresolvedValue, Value } from '../../../model/value.ts';
import { originOf } from '../evaluation/origin-of.ts';
import { exceedBudget } from '../evaluation/exceed-budget.ts';
import { fail } from '../evaluation/fail.ts';
import type { Env } from '../evaluation/session.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import type { ConditionalExpression } from '../syntax/ast.ts';
import { compareValues } from '../values/compare-values.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { gatherTraits } from '../values/gather-traits.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { sizeOf } from '../values/size-of.ts';
import { toBoolean } from '../values/to-boolean.ts';
import { withOrigin } from '../values/with-origin.ts';

/** The chosen side, or what both sides have in common. */
export function evaluateConditional(expression: ConditionalExpression, env: Env): Value {
  const condition = env.session.evaluate(expression.condition, env);
  const origin = originOf(env, expression);
  const { assumptions } = gatherTraits([condition]);
  const decided = toBoolean(condition);
  if (decided !== undefined) {
    const chosen = env.session.evaluate(decided ? expression.consequent : expression.alternate, env);
    return withOrigin(chosen, chosen.origin ?? origin, assumptions);
  }
  const unknown = findUnknown(condition);
  if (!unknown) return fail(env.session, 'a condition', origin);
  const { failures } = env.session;
  const sides: [Value, Value] = [
    env.session.evaluate(expression.consequent, env),
    env.session.evaluate(expression.alternate, env),
  ];
  if (!takeSteps(env.session, sizeOf(sides[0]) + sizeOf(sides[1]))) return exceedBudget(env.session, '?:', origin);
  if (env.session.failures > failures) env.session.doubts += 1;
  env.session.failures = failures;
  const all = gatherTraits([condition, ...sides]).assumptions;
  return withOrigin(combine(sides, unknown, origin), origin, all);
}

function combine([left, right]: [Value, Value], unknown: UnresolvedValue, origin: Origin): Value {
  if (compareValues(left, right) === true) return left;
  const list = asList(left);
  const other = asList(right);
  if (list && other && isOrdinary(unknown.reason)) {
    if (other.items.length === 0 && !other.openEnded) return maybe(list);
    if (list.items.length === 0 && !list.openEnded) return maybe(other);
  }
  const mayBeAbsent = canBeAbsent(left) || canBeAbsent(right);
  return makeUnresolved(reasonOfChoice(unknown), unknown.subject, origin, { mayBeAbsent });
}

/**
 * A choice by a plain variable is `unknown-condition`. One by something nobody can look up keeps that reason, so that
 * data from outside is not ordinary because a condition stands around it.
 */
function reasonOfChoice({ reason }: UnresolvedValue): UnresolvedReason {
  return isOrdinary(reason) ? 'unknown-condition' : reason;
}

function asList(value: Value): ListValue | undefined {
  return value.state === 'known' && value.type === 'list' && !value.encoded ? value : undefined;
}

function maybe(list: ListValue): ListValue {
  return { ...list, items: list.items.map(({ value }) => ({ presence: 'unknown', value })) };
}

function canBeAbsent(value: Value): boolean {
  if (value.state === 'null' || value.state === 'absent') return true;
  return value.state === 'unresolved' && value.mayBeAbsent;
}
