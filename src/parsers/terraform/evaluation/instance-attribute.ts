/**
 * One argument of a resource instance, evaluated when somebody asks for it. Lazy per argument, so that two resources
 * may use arguments of each other.
 */
import type { Value } from '../../../model/value.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { evaluateBlocks } from './evaluate-blocks.ts';
import { evaluateBody } from './evaluate-body.ts';
import { groupBlocks } from './group-blocks.ts';
import { memoize } from './memoize.ts';
import { originOf } from './origin-of.ts';
import type { Env, Instance } from './session.ts';
import { takeSteps } from './take-steps.ts';

/** The value as configured; undefined where the configuration does not set it. Ignored arguments are unresolved. */
export function instanceAttribute(instance: Instance, name: string): Value | undefined {
  const { block, scope } = instance;
  const attribute = block.body.attributes.get(name);
  const place = attribute ? originOf(attribute, attribute.expression) : originOf(block, block.header);
  if (instance.ignored === 'all' ? attribute !== undefined : instance.ignored.has(name)) {
    return makeUnresolved('ignored-changes', `${instance.address}.${name}`, place, { mayBeAbsent: true });
  }
  const env: Env = { session: scope.session, scope, file: block.file, bindings: instance.bindings };
  const subject = `${instance.address}.${name}`;
  const named = { key: subject, subject, origin: place };
  if (attribute) {
    return memoize(scope.session, scope.memo, named, () => {
      return scope.session.evaluate(attribute.expression, { ...env, file: attribute.file });
    });
  }
  takeSteps(scope.session, block.body.blocks.length);
  const blocks = groupBlocks(block.body).get(name);
  if (!blocks) return undefined;
  if (instance.ignored === 'all') return makeUnresolved('ignored-changes', subject, place, { mayBeAbsent: true });
  return memoize(scope.session, scope.memo, named, () => evaluateBlocks(blocks, env, evaluateBody));
}
