/** From a verdict to the exit code of the process. DESIGN, "Verdict". */
import type { AnyVerdict } from '../model/verdict.ts';
import type { ExitCode } from './command.ts';

/** 0 nothing blocks (or monitor mode), 1 something does, 3 no verdict; a command does not wait for one. */
export function exitCode(verdict: AnyVerdict): ExitCode {
  if ('noVerdict' in verdict || verdict.conclusion === 'in_progress') return 3;
  return verdict.conclusion === 'failure' ? 1 : 0;
}
