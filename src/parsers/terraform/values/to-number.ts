/**
 * Conversion to number, as Terraform does it implicitly: from numbers and from strings that are decimal numbers.
 */
import type { Value } from '../../../model/value.ts';

const DECIMAL = /^[+-]?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$/;

/** The number, or undefined when the value is unknown or not a number. */
export function toNumber(value: Value): number | undefined {
  if (value.state !== 'known' || value.type !== 'scalar') return undefined;
  if (typeof value.value === 'number') return value.value;
  if (typeof value.value !== 'string' || value.value.length > 400 || !DECIMAL.test(value.value)) return undefined;
  return Number(value.value);
}
