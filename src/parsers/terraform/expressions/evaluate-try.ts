/**
 * `try(a, b, …)`: the first argument that evaluates without an error. Where an argument may or may not fail, so may
 * the result be any of them.
 */
import type { Origin, Value } from '../../../model/value.ts';
import { fail } from '../evaluation/fail.ts';
import { propagate } from '../evaluation/propagate.ts';
import type { Env } from '../evaluation/session.ts';
import type { Expression } from '../syntax/ast.ts';
import { asDerived } from '../values/as-derived.ts';
import { compareValues } from '../values/compare-values.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { hasOwnText } from '../values/has-own-text.ts';
import { isComputed } from '../values/is-computed.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { withOrigin } from '../values/with-origin.ts';

/** The first certain value; unresolved where a doubtful one comes before it and differs. */
export function evaluateTry(expressions: readonly Expression[], env: Env, origin: Origin): Value {
  const { session } = env;
  const doubtful: Value[] = [];
  for (const [at, expression] of expressions.entries()) {
    const { failures, doubts } = session;
    const value = session.evaluate(expression, env);
    const failed = session.failures > failures;
    const doubted = session.doubts > doubts;
    session.failures = failures;
    if (failed) continue;
    if (isInsideComputed(value) && fallsBackToText(expressions.slice(at + 1), env)) {
      return asDerived(propagate([value], origin) ?? value);
    }
    if (!doubted) return doubtful.length === 0 ? withOrigin(value, origin) : choose(doubtful, value, origin);
    doubtful.push(value);
  }
  const last = doubtful.at(-1);
  return last ? choose(doubtful, last, origin) : fail(session, 'try', origin);
}

/** `aws_iam_role.r.tags_all["made-up"]`: whether a part of what AWS computes is there, nobody knows. */
function isInsideComputed(value: Value): boolean {
  return value.state === 'reference' && /[.[]/.test(value.attribute);
}

function fallsBackToText(expressions: readonly Expression[], env: Env): boolean {
  const { failures, doubts } = env.session;
  const found = expressions.some((expression) => hasOwnText(env.session.evaluate(expression, env)));
  env.session.failures = failures;
  env.session.doubts = doubts;
  return found;
}

function choose(doubtful: readonly Value[], last: Value, origin: Origin): Value {
  if (doubtful.every((value) => compareValues(value, last) === true)) return withOrigin(last, origin);
  const [first] = doubtful;
  const unknown = first && findUnknown(first);
  const mayBeAbsent = [...doubtful, last].some((value) => {
    return value.state === 'null' || (value.state === 'unresolved' && value.mayBeAbsent);
  });
  const { reason, subject } = unknown ?? makeUnresolved('unknown-condition', 'try', origin);
  const assumptions = last.origin?.assumptions;
  const chosen = withOrigin(makeUnresolved(reason, subject, origin, { mayBeAbsent }), origin, assumptions);
  return isComputed(doubtful) && hasOwnText(last) ? asDerived(chosen) : chosen;
}
