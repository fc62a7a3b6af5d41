/** Reports as a SARIF 2.1.0 log: one run for each root. Pure; upload and file are the doors'. */
import type { Report } from '../../model/report.ts';
import { buildRun } from './build-run.ts';
import type { SarifLog, SarifRun } from './sarif-log.ts';
import type { SarifOptions } from './sarif-options.ts';

export interface SarifSubject {
  readonly report: Report;
  readonly options: SarifOptions;
}

/** GitHub rejects a file with more. */
const MOST_RUNS = 20;

/** JSON text ending in a newline, a run for each subject in the order given. */
export function sarifReport(subjects: readonly SarifSubject[]): string {
  const log: SarifLog = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: noteManyRuns(subjects.map(({ report, options }) => buildRun(report, options))),
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Every root is in the file; that one reader will not take it is said where readers look first. */
function noteManyRuns(runs: readonly SarifRun[]): readonly SarifRun[] {
  const [first, ...rest] = runs;
  const [invocation] = first?.invocations ?? [];
  if (first === undefined || invocation === undefined || runs.length <= MOST_RUNS) return runs;
  const text = `This file has ${runs.length} runs; GitHub code scanning takes ${MOST_RUNS}. Scan fewer folders at once to upload it.`;
  const toolExecutionNotifications = [
    { level: 'warning', message: { text } } as const,
    ...invocation.toolExecutionNotifications,
  ];
  return [{ ...first, invocations: [{ ...invocation, toolExecutionNotifications }] }, ...rest];
}
