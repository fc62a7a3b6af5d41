/**
 * The conclusion of a run and its one sentence of reason. DESIGN, "Verdict": unknown is never neutral; neutral is
 * monitor mode only.
 */
import type { FindingChange } from '../model/change.ts';
import type { GateSettings } from '../model/gate-settings.ts';
import type { ReportedProblem } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';

export interface VerdictInput {
  readonly changes: readonly FindingChange[];
  readonly problems: readonly ReportedProblem[];
  readonly settings: GateSettings;
  /** Files of the head that some parser understood. */
  readonly filesUnderstood: number;
  /** Changed files that some parser understood, on either side. */
  readonly changedFilesUnderstood: number;
}

/** Concludes from what blocks. The reason names the first blocker, because a count alone tells an author nothing. */
export function decideVerdict(input: VerdictInput): Verdict {
  const blocking = input.changes.filter((change) => change.blocks);
  const unread = input.problems.filter((problem) => problem.blocks);
  const failed = blocking.length + unread.length > 0;
  const reason = failed ? describeFailure(blocking, unread) : describeSuccess(input);
  const counts = { blocking: blocking.length, notEvaluated: unread.length };
  if (input.settings.mode === 'enforce') return { conclusion: failed ? 'failure' : 'success', reason, ...counts };
  return { conclusion: 'neutral', wouldBe: failed ? 'failure' : 'success', reason, ...counts };
}

function describeFailure(blocking: readonly FindingChange[], unread: readonly ReportedProblem[]): string {
  const parts: string[] = [];
  const [first] = blocking;
  if (first?.after) {
    const more = blocking.length > 1 ? ` and ${blocking.length - 1} more` : '';
    parts.push(`${blocking.length} blocking: ${first.after.message}${more}`);
  }
  const [problem] = unread;
  if (problem) {
    const where = problem.location ? ` in ${problem.location.path}:${problem.location.range.startLine}` : '';
    parts.push(`${unread.length} changed ${unread.length === 1 ? 'input' : 'inputs'} not evaluated: ${problem.message}${where}`);
  }
  return parts.join('; ');
}

function describeSuccess(input: VerdictInput): string {
  if (input.filesUnderstood === 0) return 'nothing in scope: no infrastructure file was found';
  const read = `${input.filesUnderstood} ${input.filesUnderstood === 1 ? 'file' : 'files'} read`;
  if (input.changedFilesUnderstood === 0) return `nothing in scope: no infrastructure file changed (${read})`;
  const moved = input.changes.filter((change) => change.baselineState !== 'unchanged');
  if (moved.length === 0) return `no change to the attack surface (${read})`;
  const count = (state: string): number => moved.filter((change) => change.baselineState === state).length;
  return `nothing blocks: ${count('new') + count('updated')} to look at, ${count('absent')} fixed (${read})`;
}
