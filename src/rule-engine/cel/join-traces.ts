/** Joins what decided two parts of an expression. One node, whatever the size of the traces. */
import type { Trace } from './trace.ts';

/** Both traces; the order is the order of the expression. */
export function joinTraces(left: Trace, right: Trace): Trace {
  if (left === undefined || left === right) return right;
  return right === undefined ? left : { left, right };
}
