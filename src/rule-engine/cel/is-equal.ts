/** `==` and `!=` over operands. Errors stay errors; unknown stays unknown. */
import { equalValues } from './equal-values.ts';
import type { Frame } from './frame.ts';
import { joinTraces } from './join-traces.ts';
import { Operand } from './operand.ts';

/** Whether both are equal, or with `wanted` false whether they differ. */
export function isEqual(left: Operand, right: Operand, wanted: boolean, frame: Frame): Operand {
  if (left.value.state === 'error') return left;
  if (right.value.state === 'error') return right;
  const trace = joinTraces(left.consume(), right.consume());
  const same = equalValues(left.value, right.value, frame);
  return same === 'unknown' ? Operand.unknown(trace) : Operand.scalar((same === 'true') === wanted, trace);
}
