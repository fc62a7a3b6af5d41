/**
 * Turns one scalar into the scalar type a property has: Terraform and CloudFormation both take `"22"` for 22. Numbers
 * follow the notation of JSON, booleans that of Terraform plus any case. May not guess: what has no reading is undefined.
 */
import type { ScalarValue } from '../model/value.ts';
import { clip } from './clip.ts';

export type ScalarType = 'string' | 'integer' | 'double' | 'boolean';

const INTEGER = /^[+-]?[0-9]+$/;
const DECIMAL = /^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/** The scalar with a value of the type; the text before coercion stays in its origin. Undefined when impossible. */
export function coerceScalar(scalar: ScalarValue, type: ScalarType): ScalarValue | undefined {
  const value = convert(scalar, type);
  if (value === undefined) return undefined;
  if (value === scalar.value) return scalar;
  if (scalar.sensitive || scalar.origin.text !== undefined) return { ...scalar, value };
  return { ...scalar, value, origin: { ...scalar.origin, text: clip(String(scalar.value)) } };
}

function convert(scalar: ScalarValue, type: ScalarType): string | number | boolean | undefined {
  if (type === 'string') return toText(scalar);
  if (type === 'boolean') return toBoolean(scalar.value);
  return toNumber(scalar.value, type === 'integer');
}

/** Numbers too large for a double, and account ids with leading zeros, keep the digits that were written. */
function toText(scalar: ScalarValue): string {
  const { value, origin } = scalar;
  if (typeof value === 'number' && origin.text !== undefined && INTEGER.test(origin.text)) return origin.text;
  return String(value);
}

function toBoolean(value: string | number | boolean): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return undefined;
  const text = value.toLowerCase();
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : undefined;
}

function toNumber(value: string | number | boolean, integer: boolean): number | undefined {
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'string' && !DECIMAL.test(value)) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) return undefined;
  return integer && !Number.isInteger(number) ? undefined : number;
}
