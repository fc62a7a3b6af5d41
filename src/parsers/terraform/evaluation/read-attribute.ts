/**
 * `value.name`: an entry of a map, an argument of a resource, an output of a module.
 */
import type { MapValue, Origin, ReferenceValue, Value } from '../../../model/value.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { withOrigin } from '../values/with-origin.ts';
import { fail } from './fail.ts';
import { readInstance } from './read-instance.ts';
import { readOutput } from './read-output.ts';
import type { Env } from './session.ts';

/** The attribute at `origin`; unknown of unknown, an error where a known value has no such attribute. */
export function readAttribute(env: Env, value: Value, name: string, origin: Origin): Value {
  switch (value.state) {
    case 'reference':
      return readReference(env, value, name, origin);
    case 'unresolved': {
      env.session.doubts += 1;
      const mayBeAbsent = name !== 'id' && name !== 'arn';
      const read = makeUnresolved(value.reason, `${value.subject}.${name}`, origin, { mayBeAbsent });
      return withOrigin(read, origin, value.origin.assumptions);
    }
    case 'known':
      if (value.type === 'map' && !value.encoded) return readEntry(env, value, name, origin);
      return fail(env.session, `.${name}`, origin);
    default:
      return fail(env.session, `.${name} of null`, origin);
  }
}

function readEntry(env: Env, map: MapValue, name: string, origin: Origin): Value {
  const entry = map.entries.get(name);
  if (entry) return withOrigin(entry, origin, map.origin.assumptions);
  if (!map.openEnded) return fail(env.session, `.${name}`, origin);
  env.session.doubts += 1;
  const { reason, subject } = map.openEnded;
  return makeUnresolved(reason, `${subject}.${name}`, origin, { mayBeAbsent: true });
}

function readReference(env: Env, reference: ReferenceValue, name: string, origin: Origin): Value {
  const { target, attribute } = reference;
  if (attribute !== '') return { state: 'reference', target, attribute: `${attribute}.${name}`, origin };
  const scope = env.session.moduleScopes.get(target);
  if (scope) return readOutput(scope, name, origin);
  const instance = env.session.instances.get(target);
  if (instance) return readInstance(instance, name, origin);
  return { state: 'reference', target, attribute: name, origin };
}
