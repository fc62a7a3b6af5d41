/**
 * `can(a)`: whether evaluating a works.
 */
import type { Origin, Value } from '../../../model/value.ts';
import { deriveScalar } from '../evaluation/derive-scalar.ts';
import { fail } from '../evaluation/fail.ts';
import type { Env } from '../evaluation/session.ts';
import type { Expression } from '../syntax/ast.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';

/** True, false, or unresolved where it depends on something unknown. */
export function evaluateCan(expressions: readonly Expression[], env: Env, origin: Origin): Value {
  const [expression] = expressions;
  const { session } = env;
  if (expression === undefined) return fail(session, 'can', origin);
  const { failures, doubts } = session;
  const value = session.evaluate(expression, env);
  const failed = session.failures > failures;
  const doubted = session.doubts > doubts;
  session.failures = failures;
  session.doubts = doubts;
  if (failed) return deriveScalar(false, [], origin);
  if (!doubted) return deriveScalar(true, [value], origin);
  const { reason, subject } = findUnknown(value) ?? makeUnresolved('unknown-condition', 'can', origin);
  return makeUnresolved(reason, subject, origin);
}
