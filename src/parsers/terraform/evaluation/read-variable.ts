/**
 * `var.x`: the value given from outside or the default, converted to the declared type. The root's values are
 * assumptions (somebody may deploy with others); inside a module a default nobody overrides is certain.
 */
import type { Assumption, Origin, Value } from '../../../model/value.ts';
import { locationOf } from '../configuration/location-of.ts';
import type { SourceAttribute, SourceBlock } from '../configuration/module-configuration.ts';
import { convertValue } from '../types/convert-value.ts';
import { parseType } from '../types/parse-type.ts';
import { encodeJson } from '../values/encode-json.ts';
import { gatherTraits } from '../values/gather-traits.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { markSensitive } from '../values/mark-sensitive.ts';
import { withOrigin } from '../values/with-origin.ts';
import { memoize } from './memoize.ts';
import { originOf } from './origin-of.ts';
import { reportUndeclared } from './report-undeclared.ts';
import type { Env, Scope } from './session.ts';

const VALUE_LENGTH = 80;

/** The variable at the place that reads it. */
export function readVariable(scope: Scope, name: string, origin: Origin): Value {
  const block = scope.configuration.variables.get(name);
  if (!block) return reportUndeclared(scope.session, `var.${name}`, origin);
  const named = { key: `var.${name}`, subject: `var.${name}`, origin: originOf(block, block.header) };
  return withOrigin(
    memoize(scope.session, scope.memo, named, () => computeVariable(scope, name, block)),
    origin,
  );
}

function computeVariable(scope: Scope, name: string, block: SourceBlock): Value {
  const { attributes } = block.body;
  const given = scope.given(name);
  const nullable = !isLiteral(attributes.get('nullable'), false);
  const fallback = attributes.get('default');
  const usesDefault = fallback !== undefined && (given === undefined || (given.state === 'null' && !nullable));
  const chosen = usesDefault ? evaluateDefault(scope, fallback) : given;
  const place = originOf(block, block.header);
  if (chosen && isMadeElsewhere(chosen)) return chosen;
  if (chosen === undefined) {
    return makeUnresolved('variable-without-value', `var.${name}`, place, { mayBeAbsent: nullable });
  }
  const converted = convert(scope, block, chosen);
  const secret = attributes.has('sensitive') && !isLiteral(attributes.get('sensitive'), false);
  const value = secret ? markSensitive(converted) : converted;
  return scope.parent ? value : assume(scope, name, value, usesDefault);
}

/** What a command makes when it runs: nothing is known that could be assumed. */
function isMadeElsewhere(value: Value): boolean {
  return value.state === 'unresolved' && value.reason === 'supplied-outside';
}

function evaluateDefault(scope: Scope, attribute: SourceAttribute): Value {
  const env: Env = { session: scope.session, scope: undefined, file: attribute.file, bindings: undefined };
  return scope.session.evaluate(attribute.expression, env);
}

function convert(scope: Scope, block: SourceBlock, value: Value): Value {
  const type = block.body.attributes.get('type');
  if (!type) return value;
  const { session } = scope;
  const constraint = parseType(type.expression, (expression) => {
    return session.evaluate(expression, { session, scope: undefined, file: type.file, bindings: undefined });
  });
  const converted = convertValue(value, constraint);
  if (converted !== undefined) return converted;
  const place = value.origin ?? originOf(type, type.expression);
  session.problems.add({
    code: 'impossible-value',
    effect: 'note',
    message: `The value of variable ${block.labels[0]?.value ?? ''} is not of its declared type`,
    location: place.location ?? locationOf(type.file, type.expression),
    unit: session.unit,
  });
  return makeUnresolved('invalid-value', `var.${block.labels[0]?.value ?? ''}`, place);
}

function assume(scope: Scope, name: string, value: Value, usesDefault: boolean): Value {
  const text = gatherTraits([value]).sensitive ? undefined : encodeJson(value)?.slice(0, VALUE_LENGTH);
  const assumption: Assumption = {
    kind: usesDefault ? 'variable-default' : isSupplied(scope, name, value) ? 'supplied' : 'variable-file',
    subject: `var.${name}`,
    ...(text === undefined ? {} : { value: text }),
    ...(value.origin?.location ? { location: value.origin.location } : {}),
  };
  scope.session.assumptions.set(assumption.subject, assumption);
  return spread(value, [assumption]);
}

/** A variable file may have won over a weak value of the same name. */
function isSupplied({ session }: Scope, name: string, value: Value): boolean {
  const given = session.supply?.values.find((each) => each.name === name);
  const path = value.origin?.location?.path;
  return path !== undefined && (path === given?.location.path || path === session.supply?.terragrunt);
}

/** Every part of an assumed value is assumed. */
function spread(value: Value, assumptions: readonly Assumption[]): Value {
  const assumed = withOrigin(value, value.origin ?? { from: 'computed' }, assumptions);
  if (assumed.state !== 'known' || assumed.type === 'scalar') return assumed;
  if (assumed.type === 'list') {
    return { ...assumed, items: assumed.items.map((item) => ({ ...item, value: spread(item.value, assumptions) })) };
  }
  const entries = new Map([...assumed.entries].map(([key, nested]) => [key, spread(nested, assumptions)] as const));
  return { ...assumed, entries };
}

function isLiteral(attribute: SourceAttribute | undefined, value: boolean): boolean {
  return attribute?.expression.type === 'literal' && attribute.expression.value === value;
}
