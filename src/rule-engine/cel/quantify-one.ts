/** `exists_one`: exactly one element matches. Errors are fatal here, as in CEL. */
import type { Frame } from './frame.ts';
import { iterateRange } from './iterate-range.ts';
import { joinTraces } from './join-traces.ts';
import { notBoolean } from './not-boolean.ts';
import { Operand } from './operand.ts';
import type { ForElement } from './quantify.ts';
import type { Trace } from './trace.ts';
import { truthOf } from './truth-of.ts';

/** False as soon as two certain elements match; otherwise every element that may match leaves it unknown. */
export function quantifyOne(range: Operand, predicate: ForElement, frame: Frame): Operand {
  const found = iterateRange(range);
  if (found.state === 'unknown') return Operand.unknown(found.trace);
  if (found.state === 'error') return found.operand;
  let certain = 0;
  let isDoubted = found.isOpen;
  let trace: Trace;
  for (const element of found.elements) {
    frame.spend(1);
    const result = predicate(element.operand);
    const truth = truthOf(result.value);
    trace = joinTraces(trace, joinTraces(element.doubt, result.consume()));
    if (truth === 'error') return notBoolean(result);
    if (truth === 'true' && element.certain) certain += 1;
    else if (truth !== 'false') isDoubted = true;
  }
  if (certain > 1) return Operand.scalar(false, trace);
  if (isDoubted) return Operand.unknown(joinTraces(trace, found.open));
  return Operand.scalar(certain === 1, trace ?? range.consume());
}
