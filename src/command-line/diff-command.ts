/** `threatdiff diff`: what a change does to the attack surface. The whole job is `checkPullRequest`'s. */
import { type CheckResult, checkPullRequest } from '../check-pull-request.ts';
import { CHANGE_OPTIONS } from './change-options.ts';
import type { Command, ExitCode, ParsedArguments } from './command.ts';
import { exitCode } from '../gate/exit-code.ts';
import type { Host } from './host.ts';
import { loadPlans } from '../source/load-plans.ts';
import { loadExcerpts } from '../source/load-excerpts.ts';
import { readRulePack } from '../rule-engine/read-rule-pack.ts';
import { lookUpRule } from '../rule-engine/look-up-rule.ts';
import { lookUpRuleFacts } from '../rule-engine/look-up-rule-facts.ts';
import { openChange } from './open-change.ts';
import type { OpenedChange } from './opened-change.ts';
import { PLAN_OPTION } from './plan-option.ts';
import { POLICY_OPTIONS } from './policy-options.ts';
import { renderReport } from './render-report.ts';
import { REPORT_OPTIONS } from './report-options.ts';
import { reportOutputs } from './report-outputs.ts';
import { showProgress } from './show-progress.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { writeResult } from './write-result.ts';

export const diffCommand: Command = {
  name: 'diff',
  summary: 'Shows what a change does to the attack surface; fails if one opens.',
  usage: [
    'diff [--repo DIR] [--base REF] [--head REF|WORKTREE]',
    'diff --before DIR --after DIR',
    'diff --inputs FILE',
  ],
  options: [
    ...CHANGE_OPTIONS,
    PLAN_OPTION,
    ...POLICY_OPTIONS,
    ...REPORT_OPTIONS,
    { name: 'write-inputs', value: 'FILE', description: 'Records everything the report was made from.' },
    {
      name: 'write-run',
      value: 'FILE',
      description: 'Writes when the run was, how long it took and what it compared.',
    },
  ],
  maxPositionals: 0,
  run: runDiff,
};

async function runDiff(args: ParsedArguments, host: Host): Promise<ExitCode> {
  const started = host.now();
  const outputs = reportOutputs(args);
  const progress = showProgress(host);
  try {
    progress.say('loading the rules');
    const pack = await readRulePack(host.rulePackFile);
    const engine = `threatdiff ${host.version}`;
    progress.say('opening the change');
    const given = await loadPlans(args.lists?.get('plan') ?? [], host.directory);
    const change = await openChange(args, host, { engine, rulePack: pack.digest });
    const opened = given.length === 0 ? change : { ...change, plans: given };
    try {
      progress.say('analysing both sides');
      const result = await checkPullRequest({ ...opened, pack, engine });
      const excerpt = await loadExcerpts(result.report, opened.change);
      await progress.end();
      await writeRecords(args, host, { result, opened, started });
      const context = {
        mode: 'change' as const,
        joined: false,
        quiet: args.options.has('quiet'),
        rule: lookUpRule(pack.rules),
        facts: lookUpRuleFacts(pack.rules),
        host,
      };
      for (const output of outputs) {
        await writeResult(renderReport([{ report: result.report, excerpt }], output, context), output.file, host);
      }
      return exitCode(result.report.verdict);
    } finally {
      await opened.change.close();
    }
  } finally {
    await progress.end();
  }
}

interface FinishedRun {
  readonly result: CheckResult;
  readonly opened: OpenedChange;
  readonly started: number;
}

/** `inputs.json` replays the report; `run.json` holds what is true of this run only. */
async function writeRecords({ options }: ParsedArguments, host: Host, run: FinishedRun): Promise<void> {
  const inputsFile = options.get('write-inputs');
  if (inputsFile !== undefined) {
    const inputs = await run.result.recordInputs();
    await writeFileAtomically(host.directory, inputsFile, `${JSON.stringify(inputs)}\n`);
  }
  const runFile = options.get('write-run');
  if (runFile === undefined) return;
  const ended = host.now();
  const { verdict } = run.result.report;
  const record = {
    schema: 'https://threatdiff.dev/schemas/run/1',
    startedAt: new Date(run.started).toISOString(),
    endedAt: new Date(ended).toISOString(),
    milliseconds: ended - run.started,
    compared: run.opened.change.description,
    conclusion: verdict.conclusion,
    exitCode: exitCode(verdict),
  };
  await writeFileAtomically(host.directory, runFile, `${JSON.stringify(record, null, 2)}\n`);
}
