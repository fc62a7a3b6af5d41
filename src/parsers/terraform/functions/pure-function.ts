/**
 * Wraps a function over known values: unknown arguments give an unknown result, wrong ones an error, and the result
 * inherits assumptions and secrecy.
 */
import { exceedBudget } from '../evaluation/exceed-budget.ts';
import type { Origin, Value } from '../../../model/value.ts';
import { deriveScalar } from '../evaluation/derive-scalar.ts';
import { fail } from '../evaluation/fail.ts';
import { propagate } from '../evaluation/propagate.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import { asDerived } from '../values/as-derived.ts';
import { gatherTraits } from '../values/gather-traits.ts';
import { markSensitive } from '../values/mark-sensitive.ts';
import { makeList } from '../values/make-list.ts';
import { mergeAssumptions } from '../values/merge-assumptions.ts';
import { mayDeriveAnything } from './may-derive-anything.ts';
import { PureArguments } from './pure-arguments.ts';
import type { CallSite, TerraformFunction } from './terraform-function.ts';

/** Plain results; undefined is an error, as is a failed conversion of an argument. */
export type PureResult = string | number | boolean | readonly (string | number)[] | Value | undefined;

const MOST_CHARACTERS = 4_000_000;

/** A Terraform function that takes between `least` and `most` arguments. */
export function pureFunction(
  [least, most]: readonly [number, number],
  compute: (input: PureArguments, site: CallSite) => PureResult,
): TerraformFunction {
  return (values, site) => {
    const { env, name } = site;
    if (values.length < least || values.length > most) return fail(env.session, `${name}()`, site.origin);
    const unknown = propagate(values, site.origin);
    if (unknown) {
      env.session.doubts += 1;
      return mayDeriveAnything(name, values) ? asDerived(unknown) : unknown;
    }
    const { assumptions, sensitive } = gatherTraits(values);
    const origin: Origin = withAssumptions(site.origin, assumptions);
    const input = new PureArguments(values);
    const result = compute(input, { ...site, origin });
    if (result === undefined || input.failed) return fail(env.session, `${name}()`, origin);
    const value = toValue(result, values, { ...site, origin });
    return sensitive ? markSensitive(value) : value;
  };
}

function withAssumptions(origin: Origin, assumptions: Origin['assumptions']): Origin {
  const merged = mergeAssumptions(origin.assumptions, assumptions);
  return merged ? { ...origin, assumptions: merged } : origin;
}

function toValue(result: Exclude<PureResult, undefined>, values: readonly Value[], site: CallSite): Value {
  const { session } = site.env;
  if (typeof result === 'string') {
    const affordable = result.length <= MOST_CHARACTERS && takeSteps(session, result.length >> 6);
    if (!affordable) return exceedBudget(session, `${site.name}()`, site.origin);
  }
  if (typeof result === 'number' && Number.isNaN(result)) return fail(session, `${site.name}()`, site.origin);
  if (typeof result !== 'object') return deriveScalar(result, values, site.origin);
  if ('state' in result) return result;
  if (!takeSteps(session, result.length)) return exceedBudget(session, `${site.name}()`, site.origin);
  return makeList(
    result.map((item) => deriveScalar(item, values, site.origin)),
    site.origin,
  );
}
