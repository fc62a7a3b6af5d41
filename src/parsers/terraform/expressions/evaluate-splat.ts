/**
 * `list[*].name` and `list.*.name`: the rest of the expression for every element.
 */
import type { ListItem, Origin, UnresolvedValue, Value } from '../../../model/value.ts';
import { bind } from '../evaluation/bind.ts';
import { originOf } from '../evaluation/origin-of.ts';
import type { Env } from '../evaluation/session.ts';
import type { SplatExpression } from '../syntax/ast.ts';
import { makeList } from '../values/make-list.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';

/** A list; a single value counts as a list of itself, null as an empty one. */
export function evaluateSplat(expression: SplatExpression, env: Env): Value {
  const object = env.session.evaluate(expression.object, env);
  const origin = originOf(env, expression);
  const each = (value: Value): Value => env.session.evaluate(expression.each, bind(env, '*', value));
  if (object.state === 'null' || object.state === 'absent') return makeList([], origin);
  if (object.state === 'unresolved') return openList(each(object), object, origin);
  if (object.state === 'reference' && object.target.endsWith('[*]') && object.attribute === '') {
    return openList(each(object), makeUnresolved('unknown-count', object.target, origin), origin);
  }
  if (object.state !== 'known' || object.type !== 'list' || object.encoded) return makeList([each(object)], origin);
  const items = object.items.map((item): ListItem => ({ presence: item.presence, value: each(item.value) }));
  const { openEnded } = object;
  return { state: 'known', type: 'list', items, ...(openEnded ? { openEnded } : {}), origin };
}

/** Nothing is known about how many there are, only what each would be. */
function openList(value: Value, openEnded: UnresolvedValue, origin: Origin): Value {
  return { state: 'known', type: 'list', items: [{ presence: 'unknown', value }], openEnded, origin };
}
