/**
 * `value[key]`: an item of a list, an entry of a map, an instance of a resource.
 */
import type { ListValue, Origin, ReferenceValue, UnresolvedValue, Value } from '../../../model/value.ts';
import { asDerived } from '../values/as-derived.ts';
import { hasOwnText } from '../values/has-own-text.ts';
import { isComputed } from '../values/is-computed.ts';
import { makeUnresolved, type UnresolvedOptions } from '../values/make-unresolved.ts';
import { toNumber } from '../values/to-number.ts';
import { toText } from '../values/to-text.ts';
import { withOrigin } from '../values/with-origin.ts';
import { fail } from './fail.ts';
import { propagate } from './propagate.ts';
import { readAttribute } from './read-attribute.ts';
import type { Env } from './session.ts';

/** The element at `origin`; an index out of a known list is an error, out of an open one unknown. */
export function readIndex(env: Env, value: Value, key: Value, origin: Origin): Value {
  if (value.state === 'reference') return indexReference(env, value, key, origin);
  if (value.state === 'unresolved') {
    env.session.doubts += 1;
    const subject = `${value.subject}[${toText(key) ?? '*'}]`;
    return withOrigin(
      makeUnresolved(value.reason, subject, origin, { ...traitsOf(value), mayBeAbsent: true }),
      origin,
      value.origin.assumptions,
    );
  }
  if (value.state !== 'known' || value.type === 'scalar' || value.encoded) return fail(env.session, 'index', origin);
  const unknownKey = propagate([key], origin, { mayBeAbsent: true });
  if (unknownKey) {
    env.session.doubts += 1;
    return isComputed([key]) && hasOwnText(value) ? asDerived(unknownKey) : unknownKey;
  }
  if (value.type === 'map') {
    const name = toText(key);
    return name === undefined ? fail(env.session, 'index', origin) : readAttribute(env, value, name, origin);
  }
  return indexList(env, value, toNumber(key), origin);
}

function traitsOf({ hasOwnText: own, fromComputed }: UnresolvedValue): UnresolvedOptions {
  return { hasOwnText: own === true, fromComputed: fromComputed === true };
}

function indexList(env: Env, list: ListValue, at: number | undefined, origin: Origin): Value {
  if (at === undefined || !Number.isInteger(at) || at < 0) return fail(env.session, 'index', origin);
  const certain = list.items.slice(0, at).every((item) => item.presence === 'yes');
  const item = list.items[at];
  if (item && certain) {
    if (item.presence !== 'yes') env.session.doubts += 1;
    return withOrigin(item.value, origin, list.origin.assumptions);
  }
  if (certain && !list.openEnded) return fail(env.session, `[${at}]`, origin);
  env.session.doubts += 1;
  const { reason, subject } = list.openEnded ?? makeUnresolved('unknown-condition', 'a list', origin);
  return makeUnresolved(reason, `${subject}[${at}]`, origin, { mayBeAbsent: true });
}

/** An instance of a resource whose number is unknown, or an element of a computed attribute. */
function indexReference(env: Env, reference: ReferenceValue, key: Value, origin: Origin): Value {
  const name = toText(key);
  if (reference.attribute === '' && reference.target.endsWith('[*]')) {
    env.session.doubts += 1;
    return { ...reference, origin };
  }
  if (reference.attribute === '') {
    if (name === undefined) return fail(env.session, 'index of a resource', origin);
    return readAttribute(env, reference, name, origin);
  }
  return { ...reference, attribute: `${reference.attribute}[${name ?? '*'}]`, origin };
}
