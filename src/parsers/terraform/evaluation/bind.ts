/**
 * Adds a name that holds only inside an expression.
 */
import type { Value } from '../../../model/value.ts';
import type { Env } from './session.ts';

/** The environment with one more name; it hides an outer one of the same name. */
export function bind(env: Env, name: string, value: Value): Env {
  return { ...env, bindings: { name, value, next: env.bindings } };
}
