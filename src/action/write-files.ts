/** The files a run leaves behind, for later steps: the report in its forms, and what it was made from. */
import { join } from 'node:path';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { htmlReport } from '../reporters/html/html-report.ts';
import { reportJson } from '../reporters/json/report-json.ts';
import { codeScanningSarif } from '../reporters/sarif/code-scanning-sarif.ts';
import { loadExcerpts } from '../source/load-excerpts.ts';
import type { JudgedRun } from './judged-run.ts';
import type { ActionInputs } from './read-action-inputs.ts';

/** Paths as they were given; undefined for what nobody asked for. */
export interface WrittenFiles {
  readonly report: string;
  readonly sarif: string;
  readonly html: string | undefined;
  readonly inputs: string | undefined;
}

/** GitHub rejects files with more. */
const SARIF_RESULTS = 25_000;

/** `temporary` is a folder of the runner. Throws a UserError for a file that cannot be written. */
export async function writeFiles(run: JudgedRun, asked: ActionInputs, temporary: string): Promise<WrittenFiles> {
  const { first, change, facts, judged, mode } = run;
  const { report, recordInputs } = first;
  const written = {
    report: asked.reportFile ?? join(temporary, 'threatdiff-report.json'),
    sarif: asked.sarifFile ?? join(temporary, 'threatdiff.sarif'),
    html: asked.htmlFile,
    inputs: asked.inputsFile,
  };
  const write = (file: string, text: string) => writeFileAtomically('.', file, text);
  await write(written.report, reportJson(report));
  await write(written.sarif, codeScanningSarif(report, facts, SARIF_RESULTS));
  if (written.html !== undefined) {
    const [{ options: lookups }] = judged;
    const excerpt = await loadExcerpts(report, change);
    await write(written.html, htmlReport([{ report, excerpt }], { rule: lookups.rule, link: lookups.link, mode }));
  }
  if (written.inputs !== undefined) await write(written.inputs, `${JSON.stringify(await recordInputs())}\n`);
  return written;
}
