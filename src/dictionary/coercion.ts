/**
 * What coercion and normalisation hand back, and the small values they are built from. May hold no decision of its own.
 */
import type { Problem, ProblemCode, ProblemEffect } from '../model/problem.ts';
import type { Origin, UnresolvedReason, UnresolvedValue, Value } from '../model/value.ts';

export interface Coerced {
  readonly value: Value;
  readonly problems: readonly Problem[];
  /** Keys of objects that the type does not have; they are kept as they are. */
  readonly unknownProperties: number;
}

/** Longest piece of the pull request inside a message or an origin, in UTF-16 code units. */
const CLIP = 120;

export function clip(text: string): string {
  return text.length <= CLIP ? text : `${text.slice(0, CLIP - 1)}…`;
}

/** An unresolved value that is certainly there. */
export function unresolved(reason: UnresolvedReason, subject: string, origin: Origin): UnresolvedValue {
  return { state: 'unresolved', reason, subject: clip(subject), mayBeAbsent: false, origin };
}

/** A Problem at the place a value came from. */
export function problemAt(
  origin: Origin | undefined,
  code: ProblemCode,
  effect: ProblemEffect,
  message: string,
): Problem {
  return origin?.location === undefined
    ? { code, effect, message }
    : { code, effect, message, location: origin.location };
}
