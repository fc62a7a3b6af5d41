/** Reads one argument of a CEL function, three-valued; the basis of `stringArgument` and `integerArgument`. */
import type { CelValue } from '../cel/operand.ts';
import { answer } from './answer.ts';
import type { Argument } from './cel-function.ts';

/** `convert` gives undefined for a scalar of the wrong type. */
export function scalarArgument<Known>(
  value: CelValue | undefined,
  convert: (scalar: string | number | boolean | bigint) => Known | undefined,
): Argument<Known> {
  if (value === undefined || value.state === 'absent') return { state: 'absent' };
  if (value.state === 'error') return { state: 'error', value };
  if (value.state === 'unresolved' || value.state === 'reference') return { state: 'unknown', value };
  if (value.state === 'null') return { state: 'error', value: answer.failed('null is no argument') };
  // Structure that stands for JSON text is a string whose exact characters are not known.
  if (value.type !== 'scalar' && value.encoded !== undefined) return { state: 'unknown', value };
  const converted = value.type === 'scalar' ? convert(value.value) : undefined;
  return converted === undefined
    ? { state: 'error', value: answer.failed('no such overload') }
    : { state: 'known', value: converted };
}
