/** What a check that has no verdict says: one sentence for people. What helps us goes to the log instead. */
import { UserError } from '../../config/user-error.ts';
import type { Log } from '../log.ts';
import { AnalysisFailed } from '../worker/analysis-failed.ts';

/** Never the text of an unexpected error: it may name things of this machine. */
export function describeFailure(error: unknown, log: Log): string {
  if (error instanceof UserError) {
    log('warn', 'check-failed', { error: error.message });
    return error.hint === undefined ? sentence(error.message) : `${sentence(error.message)} ${sentence(error.hint)}`;
  }
  if (error instanceof AnalysisFailed) {
    log('error', 'check-failed', { error: error.message, detail: error.detail });
    return error.message;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : 'unknown';
  log('error', 'check-failed', { error: 'an error in threatdiff itself', detail });
  return 'There was an error in threatdiff itself; whoever runs this App finds it in its log.';
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
