/**
 * `try(a, b, …)`: the first argument that evaluates without an error. Where an argument may or may not fail, so may
 * the result be any of them.
 */
import type { Origin, Value } from '../../../model/value.ts';
import { fail } from '../evaluation/fail.ts';
import type { Env } from '../evaluation/session.ts';
import type { Expression } from '../syntax/ast.ts';
import { compareValues } from '../values/compare-values.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { withOrigin } from '../values/with-origin.ts';

/** The first certain value; unresolved where a doubtful one comes before it and differs. */
export function evaluateTry(expressions: readonly Expression[], env: Env, origin: Origin): Value {
  const { session } = env;
  const doubtful: Value[] = [];
  for (const expression of expressions) {
    const { failures, doubts } = session;
    const value = session.evaluate(expression, env);
    const failed = session.failures > failures;
    const doubted = session.doubts > doubts;
    session.failures = failures;
    if (failed) continue;
    if (!doubted) return doubtful.length === 0 ? withOrigin(value, origin) : choose(doubtful, value, origin);
    doubtful.push(value);
  }
  const last = doubtful.at(-1);
  return last ? choose(doubtful, last, origin) : fail(session, 'try', origin);
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
  return withOrigin(makeUnresolved(reason, subject, origin, { mayBeAbsent }), origin, assumptions);
}
