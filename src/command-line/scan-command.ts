/** `threatdiff scan`: the state of folders on their own, without a change. Each root is judged and reported alone. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkPullRequest } from '../check-pull-request.ts';
import { loadPolicy } from '../config/load-policy.ts';
import { UserError } from '../config/user-error.ts';
import type { GivenPlan } from '../model/inputs.ts';
import type { PolicySources } from '../model/policy.ts';
import { openDirectoryChange } from '../source/open-directory-change.ts';
import type { Command, ExitCode, ParsedArguments } from './command.ts';
import { exitCode } from '../gate/exit-code.ts';
import type { Host } from './host.ts';
import { loadPlans } from '../source/load-plans.ts';
import { loadExcerpts } from '../source/load-excerpts.ts';
import { readRulePack } from '../rule-engine/read-rule-pack.ts';
import { loadSources } from './load-sources.ts';
import { lookUpRule } from '../rule-engine/look-up-rule.ts';
import { lookUpRuleFacts } from '../rule-engine/look-up-rule-facts.ts';
import { PLAN_OPTION } from './plan-option.ts';
import { POLICY_OPTIONS } from './policy-options.ts';
import { readDay } from './read-day.ts';
import { type ReportSubject, renderReport } from './render-report.ts';
import { REPORT_OPTIONS } from './report-options.ts';
import { reportOutputs } from './report-outputs.ts';
import { showProgress } from './show-progress.ts';
import { writeResult } from './write-result.ts';

export const scanCommand: Command = {
  name: 'scan',
  summary: 'Lists every finding in folders as they are.',
  usage: ['scan PATH…', 'scan --roots FILE'],
  options: [
    { name: 'roots', value: 'FILE', description: 'Folders to scan, one a line; each gets its own report.' },
    PLAN_OPTION,
    ...POLICY_OPTIONS,
    ...REPORT_OPTIONS,
  ],
  maxPositionals: 1000,
  run: runScan,
};

interface Scan {
  readonly host: Host;
  readonly asOf: string;
  readonly policy: PolicySources;
  readonly plans: readonly GivenPlan[];
  readonly pack: Awaited<ReturnType<typeof readRulePack>>;
}

/** One report with the folder it is about. */
type ScannedRoot = ReportSubject & { readonly root: string };

async function runScan(args: ParsedArguments, host: Host): Promise<ExitCode> {
  const outputs = reportOutputs(args);
  const roots = await listRoots(args, host);
  const progress = showProgress(host);
  try {
    const asOf = readDay(args.options.get('as-of'), host.now());
    const policy = await loadSources(args, host, undefined);
    const plans = await loadPlans(args.lists?.get('plan') ?? [], host.directory);
    if (plans.length > 0 && roots.length > 1) {
      throw new UserError('--plan is for one folder.', 'Scan the folder the plan is of on its own.');
    }
    const scan: Scan = { host, asOf, policy, plans, pack: await readRulePack(host.rulePackFile) };
    const scanned: ScannedRoot[] = [];
    for (const [index, root] of roots.entries()) {
      progress.say(`scanning ${index + 1} of ${roots.length}`);
      scanned.push(await scanRoot(root, scan));
    }
    await progress.end();
    const context = {
      mode: 'state' as const,
      // One folder alone is its report; what --roots names is always a list.
      joined: args.positionals.length !== 1,
      quiet: args.options.has('quiet'),
      rule: lookUpRule(scan.pack.rules),
      facts: lookUpRuleFacts(scan.pack.rules),
      host,
    };
    for (const output of outputs) await writeResult(renderReport(scanned, output, context), output.file, host);
    return worst(scanned.map(({ report }) => exitCode(report.verdict)));
  } finally {
    await progress.end();
  }
}

async function listRoots({ options, positionals }: ParsedArguments, host: Host): Promise<readonly string[]> {
  const file = options.get('roots');
  if (file === undefined) {
    if (positionals.length > 0) return positionals;
    throw new UserError('There is nothing to scan.', 'Name a folder: threatdiff scan PATH');
  }
  if (positionals.length > 0) throw new UserError('--roots and paths do not go together.', 'Use one of them.');
  const hint = 'Name a file with one folder a line.';
  const text = await readFile(resolve(host.directory, file), 'utf8').catch((cause: unknown) => {
    throw new UserError(`${JSON.stringify(file)} cannot be read.`, hint, { cause });
  });
  const roots = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (roots.length === 0) throw new UserError(`${JSON.stringify(file)} names no folder.`, hint);
  return roots;
}

async function scanRoot(root: string, { host, asOf, policy, plans, pack }: Scan): Promise<ScannedRoot> {
  const limits = loadPolicy(policy, asOf).policy.budgets;
  const change = await openDirectoryChange(undefined, resolve(host.directory, root), limits);
  try {
    const engine = `threatdiff ${host.version}`;
    const { report } = await checkPullRequest({ change, policy, plans, pack, engine, asOf });
    return { root, report, excerpt: await loadExcerpts(report, change) };
  } finally {
    await change.close();
  }
}

function worst(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce<ExitCode>((worse, code) => (code > worse ? code : worse), 0);
}
