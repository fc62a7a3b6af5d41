/**
 * Kleene `&&` and `||` with traces. Both sides are always evaluated, so that every value that supports the outcome is
 * on record and an error on one side is absorbed by the other, as CEL demands.
 */
import { joinTraces } from './join-traces.ts';
import { notBoolean } from './not-boolean.ts';
import { Operand } from './operand.ts';
import { truthOf } from './truth-of.ts';

/** `left && right` (decisive value false) or `left || right` (decisive value true). */
export function combineTruth(left: Operand, right: Operand, decisive: boolean): Operand {
  const one = truthOf(left.value);
  const other = truthOf(right.value);
  const wanted = decisive ? 'true' : 'false';
  if (one === wanted || other === wanted) {
    const leftTrace = one === wanted ? left.consume() : undefined;
    return Operand.scalar(decisive, joinTraces(leftTrace, other === wanted ? right.consume() : undefined));
  }
  const trace = joinTraces(left.consume(), right.consume());
  if (one === 'unknown' || other === 'unknown') return Operand.unknown(trace);
  if (one === 'error') return notBoolean(left);
  if (other === 'error') return notBoolean(right);
  return Operand.scalar(!decisive, trace);
}
