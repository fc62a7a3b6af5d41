/**
 * `local.x`: evaluated when first used, kept afterwards.
 */
import type { Origin, Value } from '../../../model/value.ts';
import { withOrigin } from '../values/with-origin.ts';
import { memoize } from './memoize.ts';
import { originOf } from './origin-of.ts';
import { reportUndeclared } from './report-undeclared.ts';
import type { Scope } from './session.ts';

/** The local at the place that reads it. */
export function readLocal(scope: Scope, name: string, origin: Origin): Value {
  const attribute = scope.configuration.locals.get(name);
  const subject = `local.${name}`;
  if (!attribute) return reportUndeclared(scope.session, subject, origin);
  const { session } = scope;
  const named = { key: subject, subject, origin: originOf(attribute, attribute.expression) };
  const value = memoize(session, scope.memo, named, () => {
    return session.evaluate(attribute.expression, { session, scope, file: attribute.file, bindings: scope.names });
  });
  return withOrigin(value, origin);
}
