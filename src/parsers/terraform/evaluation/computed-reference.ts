/**
 * `aws_eks_cluster.c.vpc_config[0].cluster_security_group_id`: an attribute that the provider computes inside a block
 * the configuration writes. What is not written there is not an error.
 */
import type { Origin, Value } from '../../../model/value.ts';
import type { Expression, GetAttributeExpression } from '../syntax/ast.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { toText } from '../values/to-text.ts';
import type { Env } from './session.ts';

/** The reference, or undefined where the expression does not start at a resource. */
export function computedReference(expression: GetAttributeExpression, env: Env, origin: Origin): Value | undefined {
  let path = expression.name;
  let at: Expression = expression.object;
  while (at.type === 'get-attribute' || at.type === 'index') {
    const value = env.session.evaluate(at, env);
    if (value.state === 'reference' && value.attribute === '') return refer(env, value.target, path, origin);
    path = at.type === 'get-attribute' ? `${at.name}.${path}` : `${indexOf(at.index, env)}.${path}`;
    at = at.object;
  }
  return undefined;
}

function refer(env: Env, target: string, attribute: string, origin: Origin): Value | undefined {
  const instance = env.session.instances.get(target);
  if (!instance) return undefined;
  if (instance.block.mode === 'managed') return { state: 'reference', target, attribute, origin };
  return makeUnresolved('external-data', `${target}.${attribute}`, origin, { mayBeAbsent: true });
}

function indexOf(index: Expression, env: Env): string {
  return toText(env.session.evaluate(index, env)) ?? '*';
}
