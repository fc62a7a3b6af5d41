/** `!`, three-valued. The negation of something absent is true: a switch that is not there is not on. */
import { notBoolean } from './not-boolean.ts';
import { Operand } from './operand.ts';
import { truthOf } from './truth-of.ts';

/** The opposite; unknown stays unknown, errors stay errors. */
export function negateTruth(operand: Operand): Operand {
  switch (truthOf(operand.value)) {
    case 'true':
      return Operand.scalar(false, operand.consume());
    case 'false':
      return Operand.scalar(true, operand.consume());
    case 'unknown':
      return Operand.unknown(operand.consume());
    case 'error':
      return notBoolean(operand);
  }
}
