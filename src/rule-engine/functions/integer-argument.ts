/** A whole-number argument of a CEL function. */
import type { CelValue } from '../cel/operand.ts';
import type { Argument } from './cel-function.ts';
import { scalarArgument } from './scalar-argument.ts';

/** Doubles without a fraction count, because the model keeps every number as a double. */
export function integerArgument(value: CelValue | undefined): Argument<number> {
  return scalarArgument(value, (scalar) => {
    if (typeof scalar !== 'bigint' && typeof scalar !== 'number') return undefined;
    const number = Number(scalar);
    return Number.isInteger(number) ? number : undefined;
  });
}
