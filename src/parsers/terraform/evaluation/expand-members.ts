/**
 * `count` and `for_each` of a resource or module: which instances there are, and which only may be.
 */
import type { Location } from '../../../model/location.ts';
import type { Presence, UnresolvedValue, Value } from '../../../model/value.ts';
import type { SourceAttribute, SourceBlock } from '../configuration/module-configuration.ts';
import { locationOf } from '../configuration/location-of.ts';
import type { Expression } from '../syntax/ast.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { makeMap } from '../values/make-map.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { toBoolean } from '../values/to-boolean.ts';
import { toNumber } from '../values/to-number.ts';
import { toText } from '../values/to-text.ts';
import { enumerate } from './enumerate.ts';
import { originOf } from './origin-of.ts';
import type { Env, Expansion, Member, Scope } from './session.ts';

/** Instances of `block`, whose address without key is `address`. Never more than the budget has left. */
export function expandMembers(scope: Scope, block: SourceBlock, address: string): Expansion {
  const count = block.body.attributes.get('count');
  const forEach = block.body.attributes.get('for_each');
  if (count) return expandCount(scope, count, address);
  if (forEach) return expandForEach(scope, forEach, address);
  if (!hasRoom(scope, 1, `One ${block.name} more`, locationOf(block.file, block.header))) {
    return { kind: 'single', members: [] };
  }
  return { kind: 'single', members: [{ address, key: undefined, presence: scope.presence, bindings: undefined }] };
}

function expandCount(scope: Scope, attribute: SourceAttribute, address: string): Expansion {
  const env: Env = { session: scope.session, scope, file: attribute.file, bindings: undefined };
  const origin = originOf(attribute, attribute.expression);
  const counts = isCrowded(scope, attribute) ? tooMany(attribute) : possibleCounts(attribute.expression, env);
  if ('least' in counts) {
    if (!hasRoomFor(scope, counts.most, attribute))
      return unknownExpansion(scope, address, 'count', tooMany(attribute));
    const members = Array.from({ length: counts.most }, (_, at): Member => {
      const value = makeMap([['index', makeScalar(at, origin)]], origin);
      const presence = at < counts.least ? scope.presence : 'unknown';
      return { address: `${address}[${at}]`, key: at, presence, bindings: { name: 'count', value, next: undefined } };
    });
    return { kind: 'count', members };
  }
  return unknownExpansion(scope, address, 'count', counts);
}

interface Counts {
  readonly least: number;
  readonly most: number;
}

/** `c ? 1 : 0` with an unknown condition has both answers. */
function possibleCounts(expression: Expression, env: Env): Counts | UnresolvedValue {
  if (expression.type === 'parentheses') return possibleCounts(expression.expression, env);
  const value = env.session.evaluate(expression, env);
  const number = toNumber(value);
  if (number !== undefined && Number.isInteger(number) && number >= 0) return { least: number, most: number };
  const origin = originOf(env, expression);
  const unknown = findUnknown(value) ?? makeUnresolved('invalid-value', 'count', origin);
  if (expression.type !== 'conditional') return unknown;
  if (toBoolean(env.session.evaluate(expression.condition, env)) !== undefined) return unknown;
  const left = possibleCounts(expression.consequent, env);
  const right = possibleCounts(expression.alternate, env);
  if ('state' in left || 'state' in right) return unknown;
  return { least: Math.min(left.least, right.least), most: Math.max(left.most, right.most) };
}

function expandForEach(scope: Scope, attribute: SourceAttribute, address: string): Expansion {
  const env: Env = { session: scope.session, scope, file: attribute.file, bindings: undefined };
  const origin = originOf(attribute, attribute.expression);
  if (isCrowded(scope, attribute)) return unknownExpansion(scope, address, 'each', tooMany(attribute));
  const collection = scope.session.evaluate(attribute.expression, env);
  const known = enumerate(collection, origin);
  if (!known) {
    const unknown = findUnknown(collection) ?? makeUnresolved('invalid-value', 'for_each', origin);
    return unknownExpansion(scope, address, 'each', unknown);
  }
  if (!hasRoomFor(scope, known.elements.length, attribute)) {
    return unknownExpansion(scope, address, 'each', tooMany(attribute));
  }
  const isMap = collection.state === 'known' && collection.type === 'map';
  const members: Member[] = [];
  let open = known.openEnded;
  for (const element of known.elements) {
    const key = toText(isMap ? element.key : element.value);
    if (key === undefined) open ??= findUnknown(element.value) ?? makeUnresolved('invalid-value', 'for_each', origin);
    else members.push(eachMember(scope, address, { key, value: element.value, presence: element.presence }));
  }
  if (open) for (const item of unknownExpansion(scope, address, 'each', open).members) members.push(item);
  return { kind: 'each', members };
}

interface Each {
  readonly key: string;
  readonly value: Value;
  readonly presence: Presence;
}

function eachMember(scope: Scope, address: string, { key, value, presence }: Each): Member {
  const origin = value.origin ?? { from: 'computed' };
  const entries: [string, Value][] = [
    ['key', makeScalar(key, origin)],
    ['value', value],
  ];
  return {
    address: `${address}[${JSON.stringify(key)}]`,
    key,
    presence: scope.presence === 'yes' ? presence : 'unknown',
    bindings: { name: 'each', value: makeMap(entries, origin), next: undefined },
  };
}

/** One instance that stands for all those that may be. */
function unknownExpansion(scope: Scope, address: string, by: 'count' | 'each', unknown: UnresolvedValue): Expansion {
  const { reason, subject, origin } = unknown;
  if (!hasRoom(scope, 1, by, origin.location)) return { kind: 'unknown', members: [] };
  const make = (name: string): [string, Value] => {
    return [name, makeUnresolved(reason, `${by}.${name} of ${subject}`, origin, { mayBeAbsent: name === 'value' })];
  };
  const value = makeMap(by === 'count' ? [make('index')] : [make('key'), make('value')], origin);
  const bindings = { name: by, value, next: undefined };
  return { kind: 'unknown', members: [{ address: `${address}[*]`, key: '*', presence: 'unknown', bindings }] };
}

function isCrowded({ session }: Scope, attribute: SourceAttribute): boolean {
  return session.crowded.has(attribute);
}

function hasRoomFor(scope: Scope, wanted: number, attribute: SourceAttribute): boolean {
  if (hasRoom(scope, wanted, attribute.name, locationOf(attribute.file, attribute.expression))) return true;
  scope.session.crowded.add(attribute);
  return false;
}

function hasRoom(scope: Scope, wanted: number, maker: string, location: Location | undefined): boolean {
  const { session } = scope;
  if (session.instanceCount + wanted <= session.limits.unitResources) {
    session.instanceCount += wanted;
    return true;
  }
  session.problems.add(
    {
      code: 'budget-exceeded',
      effect: 'not-evaluated',
      message: `${maker} makes more than ${session.limits.unitResources} resources`,
      ...(location && { location }),
      unit: session.unit,
    },
    `room for ${maker}`,
  );
  return false;
}

function tooMany(attribute: SourceAttribute): UnresolvedValue {
  return makeUnresolved('budget-exceeded', attribute.name, originOf(attribute, attribute.expression));
}
