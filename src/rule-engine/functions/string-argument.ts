/** A string argument of a CEL function. */
import type { CelValue } from '../cel/operand.ts';
import type { Argument } from './cel-function.ts';
import { scalarArgument } from './scalar-argument.ts';

/** Known text, unknown, absent, or an error for any other type. */
export function stringArgument(value: CelValue | undefined): Argument<string> {
  return scalarArgument(value, (scalar) => (typeof scalar === 'string' ? scalar : undefined));
}
