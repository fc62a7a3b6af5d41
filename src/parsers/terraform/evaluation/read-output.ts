/**
 * `module.x.name`: an output of an expanded module, evaluated in the module.
 */
import type { Origin, Value } from '../../../model/value.ts';
import type { SourceAttribute } from '../configuration/module-configuration.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { markSensitive } from '../values/mark-sensitive.ts';
import { withOrigin } from '../values/with-origin.ts';
import { memoize } from './memoize.ts';
import { originOf } from './origin-of.ts';
import type { Env, Scope } from './session.ts';

/** The output at the place that reads it. */
export function readOutput(scope: Scope, name: string, origin: Origin): Value {
  const { session } = scope;
  if (scope.presence === 'unknown') session.doubts += 1;
  const subject = `${scope.prefix}${name}`;
  const output = scope.configuration.outputs.get(name);
  const attribute = output?.body.attributes.get('value');
  if (!output || !attribute) {
    session.problems.add({
      code: 'undeclared-reference',
      effect: 'note',
      message: `The module has no output ${name}`,
      ...(origin.location ? { location: origin.location } : {}),
      unit: session.unit,
    });
    session.failures += 1;
    return makeUnresolved('undeclared-name', subject, origin, { mayBeAbsent: true });
  }
  const named = { key: `output ${name}`, subject, origin: originOf(attribute, attribute.expression) };
  const value = memoize(session, scope.memo, named, () => {
    const env: Env = { session, scope, file: attribute.file, bindings: undefined };
    const computed = session.evaluate(attribute.expression, env);
    return isSensitive(output.body.attributes.get('sensitive')) ? markSensitive(computed) : computed;
  });
  return withOrigin(value, origin);
}

/** Anything but a literal `false` counts: a wrong guess must not print a secret. */
function isSensitive(attribute: SourceAttribute | undefined): boolean {
  if (attribute === undefined) return false;
  return attribute.expression.type !== 'literal' || attribute.expression.value !== false;
}
