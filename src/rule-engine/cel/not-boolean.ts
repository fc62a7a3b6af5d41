/** The error of a condition that is neither true nor false. */
import { Operand } from './operand.ts';

/** The operand's own error, or that it is no boolean. */
export function notBoolean(operand: Operand): Operand {
  if (operand.value.state === 'error') return operand;
  return Operand.error('a condition must be true or false', operand.consume());
}
