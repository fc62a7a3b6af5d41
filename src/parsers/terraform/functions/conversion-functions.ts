/**
 * Type conversions and what concerns secrecy. A value that passes keeps being what it was: a reference stays one.
 */
import type { Value } from '../../../model/value.ts';
import { deriveScalar } from '../evaluation/derive-scalar.ts';
import { fail } from '../evaluation/fail.ts';
import { convertValue } from '../types/convert-value.ts';
import type { TypeConstraint } from '../types/type-constraint.ts';
import { gatherTraits } from '../values/gather-traits.ts';
import { markSensitive } from '../values/mark-sensitive.ts';
import { withOrigin } from '../values/with-origin.ts';
import type { TerraformFunction } from './terraform-function.ts';

const ANY: TypeConstraint = { kind: 'any' };

export const CONVERSION_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ['tostring', converting({ kind: 'string' })],
  ['tonumber', converting({ kind: 'number' })],
  ['tobool', converting({ kind: 'bool' })],
  ['tolist', converting({ kind: 'list', element: ANY })],
  ['tomap', converting({ kind: 'map', element: ANY })],
  ['sensitive', passing(markSensitive)],
  ['nonsensitive', passing((value) => value)],
  ['ephemeralasnull', passing((value) => value)],
  [
    'issensitive',
    ([value], { origin }) => deriveScalar(value !== undefined && gatherTraits([value]).sensitive, [], origin),
  ],
]);

function converting(type: TypeConstraint): TerraformFunction {
  return ([value], { env, origin, name }) => {
    const converted = value && convertValue(value, type);
    if (converted?.state === 'unresolved') env.session.doubts += 1;
    return converted ? withOrigin(converted, origin) : fail(env.session, `${name}()`, origin);
  };
}

function passing(change: (value: Value) => Value): TerraformFunction {
  return ([value], { env, origin, name }) => {
    return value ? withOrigin(change(value), origin) : fail(env.session, `${name}()`, origin);
  };
}
