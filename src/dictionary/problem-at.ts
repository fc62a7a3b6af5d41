/** Makes the Problem of a value, placed where the value came from. May not decide what is wrong. */
import type { Problem, ProblemCode, ProblemEffect } from '../model/problem.ts';
import type { Origin } from '../model/value.ts';

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
