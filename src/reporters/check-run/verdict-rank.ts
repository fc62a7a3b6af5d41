/** How bad a verdict is, to sort by. Compares only; concludes nothing. */
import type { AnyVerdict } from '../../model/verdict.ts';

/** From bad to good. A known failure cannot be undone by what is still awaited; neutral says less than success. */
const WORST_FIRST = ['no verdict', 'failure', 'in_progress', 'neutral', 'success'] as const;

/** 0 is the worst. */
export function verdictRank(verdict: AnyVerdict): number {
  return WORST_FIRST.indexOf('noVerdict' in verdict ? 'no verdict' : verdict.conclusion);
}
