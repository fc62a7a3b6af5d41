/** The output of a check run as it is sent, with what only the publisher knows in front of the summary. Pure. */
import type { CheckRunReport } from '../../reporters/check-run/check-run-report.ts';
import { escapeText } from '../../reporters/markdown/escape-text.ts';
import { describeForeignChecks } from './describe-foreign-checks.ts';
import type { ForeignCheckRun } from './list-check-runs.ts';

export interface PublishNotes {
  /** Annotations GitHub refused. */
  readonly undelivered: number;
  readonly foreign: readonly ForeignCheckRun[];
  /** Why the summary comment could not be written. */
  readonly comment?: string | undefined;
  /** Why review comments could not be written. */
  readonly review?: string | undefined;
}

interface Output {
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
}

const MAX_BYTES = 65_535;

/** Title, summary and text, each within GitHub's bounds. */
export function checkOutput(name: string, report: CheckRunReport, notes: PublishNotes): Output {
  const lines = describe(name, report.notAnnotated, notes);
  const summary = [...lines, report.summary].join('\n\n');
  const text = report.text === undefined ? {} : { text: report.text };
  // The report leaves room for the notes; where a caller did not, the verdict is worth more than they are.
  return { title: report.title, summary: Buffer.byteLength(summary) <= MAX_BYTES ? summary : report.summary, ...text };
}

function describe(
  name: string,
  notAnnotated: number,
  { undelivered, foreign, comment, review }: PublishNotes,
): readonly string[] {
  const lines: string[] = [];
  const others = describeForeignChecks(name, foreign);
  if (others !== undefined) lines.push(others);
  if (undelivered > 0) lines.push(`GitHub refused ${undelivered} of the annotations; the findings are listed below.`);
  if (notAnnotated > 0) lines.push(`${notAnnotated} more have no annotation; the details list them.`);
  if (comment !== undefined) lines.push(`The summary comment could not be written: ${escapeText(comment, 200)}`);
  if (review !== undefined) lines.push(`Not all review comments could be written: ${escapeText(review, 200)}`);
  return lines;
}
