/** The files a run leaves behind, for later steps: the report, SARIF, and what the report was made from. */
import { join } from 'node:path';
import type { CheckResult } from '../check-pull-request.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { reportJson } from '../reporters/json/report-json.ts';
import type { ActionInputs } from './read-action-inputs.ts';

export interface WrittenFiles {
  readonly report: string;
  readonly inputs: string | undefined;
}

/** `temporary` is a folder of the runner. Paths as they were given. Throws a UserError for one that cannot be written. */
export async function writeFiles(
  { report, recordInputs }: CheckResult,
  { reportFile, inputsFile }: ActionInputs,
  temporary: string,
): Promise<WrittenFiles> {
  const written = { report: reportFile ?? join(temporary, 'threatdiff-report.json'), inputs: inputsFile };
  await writeFileAtomically('.', written.report, reportJson(report));
  if (inputsFile !== undefined) await writeFileAtomically('.', inputsFile, `${JSON.stringify(await recordInputs())}\n`);
  return written;
}
