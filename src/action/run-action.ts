/**
 * The Action as a whole: inputs, judgement, files, comment, annotations, outputs, summary, exit code. Everything it needs
 * of the process comes in; whatever goes wrong ends in an exit code and a sentence, never in silence.
 */
import { UserError } from '../config/user-error.ts';
import { exitCode } from '../gate/exit-code.ts';
import { GitHubError } from '../github/github-error.ts';
import { combineCheckRuns } from '../reporters/check-run/combine-check-runs.ts';
import { fitBytes } from '../reporters/check-run/fit-bytes.ts';
import { groupChanges } from '../reporters/group-changes.ts';
import { markdownReport } from '../reporters/markdown/markdown-report.ts';
import { escapeText } from '../reporters/markdown/escape-text.ts';
import { readRulePack } from '../rule-engine/read-rule-pack.ts';
import type { ActionHost, Runner } from './action-host.ts';
import { annotateLines } from './annotate-lines.ts';
import { describeCrash } from './describe-crash.ts';
import { harmlessLine } from './harmless-line.ts';
import { judgeEvent } from './judge-event.ts';
import { judgeRecordedRun } from './judge-recorded-run.ts';
import type { JudgedRun } from './judged-run.ts';
import { postComments } from './post-comments.ts';
import { type ActionInputs, readActionInputs } from './read-action-inputs.ts';
import { uploadAlerts } from './upload-alerts.ts';
import { writeFiles } from './write-files.ts';

/** The runner takes 1 MiB, notes and lists beside the report included. */
const SUMMARY_BYTES = 900_000;

/** DESIGN, "Verdict": 0 nothing blocks, 1 something does, 3 no verdict was possible. */
export async function runAction(host: ActionHost): Promise<0 | 1 | 3> {
  try {
    const inputs = readActionInputs(host.environment);
    // The runner knows its own token and its secrets; a token that was made by a step it does not know.
    if (inputs.token !== undefined && inputs.token !== '') host.runner.mask(inputs.token);
    const pack = await readRulePack(host.rulePackFile);
    const engine = { pack, name: `threatdiff ${host.version}` };
    const { replay } = inputs;
    const run = replay === undefined ? await judgeEvent(inputs, engine, host) : await judgeRecordedRun(replay, engine);
    return await showRun(run, inputs, host);
  } catch (error) {
    await showFailure(error, host);
    return 3;
  }
}

async function showRun(run: JudgedRun, inputs: ActionInputs, { environment, runner }: ActionHost): Promise<0 | 1 | 3> {
  const { first, judged, mode } = run;
  const files = await writeFiles(run, inputs, environment['RUNNER_TEMP'] ?? '.');
  const refused = inputs.comment ? await postComments(run) : undefined;
  const check = combineCheckRuns(judged);
  annotateLines(check.annotations, runner);
  const groups = groupChanges(first.report);
  const outputs = {
    conclusion: check.conclusion ?? 'failure',
    blocking: groups.blocking.length,
    fixed: groups.fixed.length,
    'not-evaluated': groups.blockingProblems.length + groups.openProblems.length,
    report: files.report,
    sarif: files.sarif,
    html: files.html ?? '',
    inputs: files.inputs ?? '',
  };
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, String(value));
  const [{ report, options }] = judged;
  const state = (maxLength: number) => markdownReport(report, { ...options, mode: 'state', maxLength });
  const body = mode === 'state' ? fitBytes(state, SUMMARY_BYTES) : check.summary;
  const text = mode === 'state' || check.text === undefined ? [] : [check.text];
  const noAlerts = inputs.uploadSarif ? await uploadAlerts(run) : undefined;
  const refusals = [refused, noAlerts].filter((refusal) => refusal !== undefined);
  await writeSummary([...run.notes, ...refusals, body, ...text, ...run.footnotes].join('\n\n'), runner);
  runner.log(harmlessLine(`Threatdiff: ${check.title}`));
  runner.log(harmlessLine(`Report: ${files.report}`));
  const codes = judged.map(({ report: { verdict } }) => exitCode(verdict));
  return codes.reduce((worse, code) => (code > worse ? code : worse), 0);
}

/** A verdict does not depend on whether the runner takes its summary. */
async function writeSummary(markdown: string, runner: Runner): Promise<void> {
  try {
    await runner.writeSummary(markdown);
  } catch (error) {
    runner.log('Threatdiff: the summary of this step could not be written.');
    for (const line of describeCrash(error)) runner.log(line);
  }
}

async function showFailure(error: unknown, { runner }: ActionHost): Promise<void> {
  const isExpected = error instanceof UserError;
  const reason = isExpected ? error.message : 'There was an error in threatdiff itself; the log of this step has it.';
  const hint = isExpected ? (error.hint ?? hintOf(error)) : undefined;
  if (!isExpected) for (const line of describeCrash(error)) runner.log(line);
  const sentence = hint === undefined ? reason : `${reason} ${hint}`;
  runner.annotate('error', sentence, { title: 'Threatdiff: no verdict' });
  runner.setOutput('conclusion', 'failure');
  const advice = hint === undefined ? '' : `\n\n${escapeText(hint, 1000)}`;
  await writeSummary(`### Threatdiff: no verdict. ${escapeText(reason, 1000)}${advice}`, runner);
}

function hintOf(error: UserError): string | undefined {
  if (!(error instanceof GitHubError) || error.kind !== 'forbidden') return undefined;
  return 'Give the job the permissions contents: read and pull-requests: write (or read, without comments).';
}
