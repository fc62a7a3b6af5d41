/**
 * Three-valued truth with errors: what an operand means where a condition is expected. Absent is false (a switch that
 * is not there is not on); unresolved values and references are unknown; anything else that is no boolean is an error.
 */
import type { CelValue } from './operand.ts';

export type Truth = 'true' | 'false' | 'unknown' | 'error';

/** Truth of a value in a boolean position. */
export function truthOf(value: CelValue): Truth {
  switch (value.state) {
    case 'known':
      if (value.type !== 'scalar' || typeof value.value !== 'boolean') return 'error';
      return value.value ? 'true' : 'false';
    case 'absent':
      return 'false';
    case 'unresolved':
    case 'reference':
      return 'unknown';
    case 'null':
    case 'error':
      return 'error';
  }
}
