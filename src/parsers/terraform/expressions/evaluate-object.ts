/**
 * `{ a = 1, (expr) = 2 }`.
 */
import { isOrdinary } from '../../../dictionary/is-ordinary.ts';
import type { UnresolvedValue, Value } from '../../../model/value.ts';
import { fail } from '../evaluation/fail.ts';
import { originOf } from '../evaluation/origin-of.ts';
import type { Env } from '../evaluation/session.ts';
import type { ObjectExpression } from '../syntax/ast.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { makeMap } from '../values/make-map.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { toText } from '../values/to-text.ts';

/** A map; an entry whose key is not known leaves the map open. */
export function evaluateObject(expression: ObjectExpression, env: Env): Value {
  const origin = originOf(env, expression);
  const entries: [string, Value][] = [];
  let open: UnresolvedValue | undefined;
  for (const item of expression.items) {
    const key = env.session.evaluate(item.key, env);
    const value = env.session.evaluate(item.value, env);
    const name = toText(key);
    if (name !== undefined) entries.push([name, value]);
    else {
      const unknown = findUnknown(key);
      if (!unknown) return fail(env.session, 'an object key', origin);
      open = makeUnresolved(
        isOrdinary(unknown.reason) ? 'unknown-key' : unknown.reason,
        unknown.subject,
        unknown.origin,
        { mayBeAbsent: true },
      );
    }
  }
  return makeMap(entries, origin, open);
}
