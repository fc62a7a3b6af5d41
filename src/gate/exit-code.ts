/** From a verdict to the exit code of the command line and of the Action. DESIGN, "Verdict". */
import type { AnyVerdict } from '../model/verdict.ts';

/** 0 nothing blocks (or monitor mode), 1 something does, 3 no verdict; neither door waits for one. */
export function exitCode(verdict: AnyVerdict): 0 | 1 | 3 {
  if ('noVerdict' in verdict || verdict.conclusion === 'in_progress') return 3;
  return verdict.conclusion === 'failure' ? 1 : 0;
}
