/** `has(x.a)`: whether a property is there. Null counts as not there, as everywhere in the model. */
import { Operand } from './operand.ts';

/** An unresolved value that cannot be absent, and another resource's attribute, are there. */
export function isPresent(operand: Operand): Operand {
  const trace = operand.consume();
  switch (operand.value.state) {
    case 'known':
    case 'reference':
      return Operand.scalar(true, trace);
    case 'absent':
    case 'null':
      return Operand.scalar(false, trace);
    case 'unresolved':
      return operand.value.mayBeAbsent ? Operand.unknown(trace) : Operand.scalar(true, trace);
    case 'error':
      return operand;
  }
}
