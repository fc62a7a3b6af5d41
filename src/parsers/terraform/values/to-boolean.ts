/**
 * Conversion to boolean, as Terraform does it implicitly: booleans and the strings "true" and "false".
 */
import type { Value } from '../../../model/value.ts';

/** The boolean, or undefined when the value is unknown or not one. */
export function toBoolean(value: Value): boolean | undefined {
  if (value.state !== 'known' || value.type !== 'scalar') return undefined;
  if (typeof value.value === 'boolean') return value.value;
  if (value.value === 'true') return true;
  return value.value === 'false' ? false : undefined;
}
