/**
 * `exists` and `all` over elements that may not exist and predicates that may be unknown. Every element is looked at:
 * the record must name all that decided, not only the first.
 */
import type { Frame } from './frame.ts';
import { type CelRange, iterateRange } from './iterate-range.ts';
import { joinTraces } from './join-traces.ts';
import { notBoolean } from './not-boolean.ts';
import { Operand } from './operand.ts';
import type { Trace } from './trace.ts';
import { truthOf } from './truth-of.ts';

/** Evaluates an expression with one element as the iteration variable. */
export type ForElement = (element: Operand) => Operand;

interface Tally {
  isDecided: boolean;
  decided: Trace;
  isDoubted: boolean;
  doubted: Trace;
  rest: Trace;
  error: Operand | undefined;
}

/** `exists` (decisive true) and `all` (decisive false). */
export function quantify(range: Operand, predicate: ForElement, decisive: boolean, frame: Frame): Operand {
  const found = iterateRange(range);
  if (found.state === 'unknown') return Operand.unknown(found.trace);
  if (found.state === 'error') return found.operand;
  const tally = count(found, predicate, decisive ? 'true' : 'false', frame);
  if (tally.isDecided) return Operand.scalar(decisive, tally.decided);
  if (tally.isDoubted) return Operand.unknown(joinTraces(tally.doubted, found.open));
  return tally.error ?? Operand.scalar(!decisive, tally.rest ?? range.consume());
}

type Elements = Extract<CelRange, { state: 'elements' }>;

function count(found: Elements, predicate: ForElement, wanted: 'true' | 'false', frame: Frame): Tally {
  const tally: Tally = {
    isDecided: false,
    decided: undefined,
    isDoubted: found.isOpen,
    doubted: undefined,
    rest: undefined,
    error: undefined,
  };
  for (const element of found.elements) {
    frame.spend(1);
    const result = predicate(element.operand);
    const truth = truthOf(result.value);
    const trace = joinTraces(element.doubt, result.consume());
    if (truth === wanted && element.certain) {
      tally.isDecided = true;
      tally.decided = joinTraces(tally.decided, trace);
    } else if (truth === 'unknown' || truth === wanted || (truth === 'error' && !element.certain)) {
      tally.isDoubted = true;
      tally.doubted = joinTraces(tally.doubted, trace);
    } else if (truth === 'error') tally.error ??= notBoolean(result);
    else tally.rest = joinTraces(tally.rest, trace);
  }
  return tally;
}
