/** The conditional `a ? b : c`. With an unknown condition both branches count, and only their agreement is known. */
import { equalValues } from './equal-values.ts';
import type { Frame } from './frame.ts';
import { joinTraces } from './join-traces.ts';
import { notBoolean } from './not-boolean.ts';
import { Operand } from './operand.ts';
import { truthOf } from './truth-of.ts';

/** The branches are evaluated only where they can matter. */
export function chooseBranch(
  condition: Operand,
  branches: { readonly whenTrue: () => Operand; readonly whenFalse: () => Operand },
  frame: Frame,
): Operand {
  const truth = truthOf(condition.value);
  if (truth === 'error') return notBoolean(condition);
  const trace = condition.consume();
  if (truth === 'true') return branches.whenTrue().after(trace);
  if (truth === 'false') return branches.whenFalse().after(trace);
  const yes = branches.whenTrue();
  const no = branches.whenFalse();
  const all = joinTraces(trace, joinTraces(yes.consume(), no.consume()));
  return agree(yes, no, frame) ? new Operand(yes.value, undefined, all) : Operand.unknown(all);
}

function agree(one: Operand, other: Operand, frame: Frame): boolean {
  if (one.value.state === 'error' || other.value.state === 'error') return false;
  if (one.value.state === 'absent') return other.value.state === 'absent';
  return equalValues(one.value, other.value, frame) === 'true';
}
