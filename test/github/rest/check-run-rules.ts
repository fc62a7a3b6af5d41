/**
 * What GitHub asks of a check run beyond its description. (More than 50 annotations, more than three actions and texts
 * above 65,535 characters are refused by the description itself.)
 * https://docs.github.com/en/rest/checks/runs#create-a-check-run
 */
import { unprocessable } from '../http/http-error.ts';
import type { Annotation, CheckRun } from '../state/state.ts';

export interface CheckRunRequest {
  readonly name?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly details_url?: string;
  readonly external_id?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly output?: {
    readonly title?: string;
    readonly summary?: string;
    readonly text?: string;
    readonly annotations?: readonly Annotation[];
  };
  readonly actions?: CheckRun['actions'];
}

/** Of messages and raw details: 64 KB. */
const LONGEST_MESSAGE = 65_536;

export function checkRunRules(wanted: CheckRunRequest): void {
  // "Required if you provide completed_at or a status of completed."
  const completes = wanted.status === 'completed' || wanted.completed_at !== undefined;
  if (completes && wanted.conclusion === undefined) {
    throw unprocessable('Invalid request.\n\n"conclusion" is required when "status" is "completed".');
  }
  for (const annotation of wanted.output?.annotations ?? []) annotationRules(annotation);
}

function annotationRules(annotation: Annotation): void {
  const fail = (message: string): Error => unprocessable(`Invalid request.\n\n${message}`);
  const { start_line: start, end_line: end, start_column: from, end_column: to } = annotation;
  if (start < 1 || end < start) throw fail('"end_line" must not be before "start_line".');
  // "Annotations only support start_column and end_column on the same line."
  if (start !== end && (from !== undefined || to !== undefined)) throw fail('columns need one line.');
  if (annotation.message.length > LONGEST_MESSAGE) throw fail('"message" is too long.');
  if ((annotation.title ?? '').length > 255) throw fail('"title" is too long (maximum is 255 characters).');
  if ((annotation.raw_details ?? '').length > LONGEST_MESSAGE) throw fail('"raw_details" is too long.');
}
