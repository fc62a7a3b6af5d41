/**
 * Moves a value to the expression that uses it: a review comment belongs where a value is used, its inputs are named
 * by its assumptions. Nested values keep their own origins.
 */
import type { Assumption, Origin, Value } from '../../../model/value.ts';
import { mergeAssumptions } from './merge-assumptions.ts';

/** The same value with another origin; assumptions of both are kept, source text is dropped from sensitive values. */
export function withOrigin(value: Value, origin: Origin, extra?: readonly Assumption[]): Value {
  const assumptions = mergeAssumptions(mergeAssumptions(value.origin?.assumptions, origin.assumptions), extra);
  const { text, assumptions: _replaced, ...place } = origin;
  const sensitive = value.state === 'known' && value.type === 'scalar' && value.sensitive === true;
  const merged: Origin = {
    ...place,
    ...(text !== undefined && !sensitive ? { text } : {}),
    ...(assumptions ? { assumptions } : {}),
  };
  return { ...value, origin: merged };
}
