/** How CloudFormation writes a scalar when it becomes part of a text or is compared. */
import type { ScalarValue } from '../../model/value.ts';

/** Text of a scalar: numbers as they were written, booleans in lower case. */
export function scalarText(scalar: ScalarValue): string {
  if (typeof scalar.value === 'number') return scalar.origin.text ?? String(scalar.value);
  return String(scalar.value);
}
