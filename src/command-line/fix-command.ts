/** `threatdiff fix`: the mechanical fixes of findings, as a diff or written into the files. Each was tried before. */
import { checkPullRequest } from '../check-pull-request.ts';
import { UserError } from '../config/user-error.ts';
import { replaceFile } from '../files/replace-file.ts';
import { type FixedTree, fixTree } from '../fixes/fix-tree.ts';
import { unifiedDiff } from '../fixes/unified-diff.ts';
import { exitCode } from '../gate/exit-code.ts';
import type { FindingChange } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import { makeVisible } from '../reporters/make-visible.ts';
import type { LoadedRules } from '../rule-engine/loaded-rules.ts';
import { readRulePack } from '../rule-engine/read-rule-pack.ts';
import { suggestName } from '../rule-engine/suggest-name.ts';
import { CHANGE_OPTIONS } from './change-options.ts';
import type { Command, ExitCode, ParsedArguments } from './command.ts';
import { describeFixes } from './describe-fixes.ts';
import type { Host } from './host.ts';
import { openFixTarget } from './open-fix-target.ts';
import { POLICY_OPTIONS } from './policy-options.ts';
import { showProgress } from './show-progress.ts';

export const fixCommand: Command = {
  name: 'fix',
  summary: 'Fixes what has a mechanical fix: prints a diff, or writes it.',
  usage: ['fix PATH [--rule ID] [--finding TD-…] [--write]', 'fix [options of diff] [--rule ID] [--write]'],
  options: [
    { name: 'rule', value: 'ID', description: 'Fixes only what this rule finds.' },
    { name: 'finding', value: 'TD-ID', description: 'Fixes only this finding.' },
    { name: 'write', description: 'Writes the files; where not given, a diff for git apply is printed.' },
    ...CHANGE_OPTIONS,
    ...POLICY_OPTIONS,
  ],
  maxPositionals: 1,
  run: runFix,
};

async function runFix(args: ParsedArguments, host: Host): Promise<ExitCode> {
  const progress = showProgress(host);
  try {
    const pack = await readRulePack(host.rulePackFile);
    const engine = `threatdiff ${host.version}`;
    const wants = readSelection(args, pack.rules);
    progress.say('opening the files');
    const { root, prefix, change, policy, asOf } = await openFixTarget(args, host, { engine, rulePack: pack.digest });
    try {
      if (args.options.has('write') && root === undefined) throw nowhereToWrite();
      progress.say('trying the fixes');
      const { before, description } = change;
      const close = (): Promise<void> => Promise.resolve();
      const tree = await fixTree(change.after, async (after) => {
        const job = { change: { before, after, description, close }, policy, pack, engine, asOf, fixes: wants };
        return (await checkPullRequest(job)).report;
      });
      await progress.end();
      return await finish(tree, wants, { args, host, root, prefix });
    } finally {
      await change.close();
    }
  } finally {
    await progress.end();
  }
}

interface Surroundings {
  readonly args: ParsedArguments;
  readonly host: Host;
  readonly root: string | undefined;
  readonly prefix: string;
}

async function finish(
  tree: FixedTree,
  wants: (finding: Finding) => boolean,
  { args, host, root, prefix }: Surroundings,
): Promise<ExitCode> {
  const left = tree.report.changes.filter((change) => isLeft(change, wants));
  const wanted = args.options.get('finding');
  if (wanted !== undefined && tree.fixed.length + left.length === 0) {
    throw new UserError(
      `There is no new finding ${JSON.stringify(wanted.slice(0, 100))} here.`,
      `threatdiff ${args.positionals.length > 0 ? 'scan' : 'diff'} lists them.`,
    );
  }
  const write = args.options.has('write');
  if (write && root !== undefined) {
    for (const { path, before, after } of tree.files) await replaceFile({ root, path, before, after });
  } else {
    for (const file of tree.files) {
      const diff = unifiedDiff({ ...file, path: prefix + file.path });
      await host.stdout.write(forStream(diff, host.stdout.isTerminal));
    }
  }
  await host.stderr.write(describeFixes(tree, left, write));
  return exitCode(tree.report.verdict);
}

function isLeft({ baselineState, decision, after }: FindingChange, wants: (finding: Finding) => boolean): boolean {
  const isShown = (baselineState === 'new' || baselineState === 'updated') && decision !== 'waived';
  return isShown && after !== undefined && wants(after);
}

function readSelection({ options }: ParsedArguments, rules: LoadedRules['rules']): (finding: Finding) => boolean {
  const named = options.get('rule');
  const id = options.get('finding')?.toUpperCase();
  const ruleId = named === undefined ? undefined : findRule(named, rules);
  return (finding) => (ruleId === undefined || finding.ruleId === ruleId) && (id === undefined || finding.id === id);
}

function findRule(named: string, rules: LoadedRules['rules']): string {
  const found = rules.find(({ definition: { id, aliases } }) => id === named || aliases.includes(named));
  if (found !== undefined) return found.definition.id;
  const meant = suggestName(
    named,
    rules.map(({ definition }) => definition.id),
  );
  throw new UserError(
    `There is no rule ${JSON.stringify(named.slice(0, 200))}.`,
    meant === undefined ? 'threatdiff rules lists them.' : `Did you mean ${meant}?`,
  );
}

function nowhereToWrite(): UserError {
  return new UserError('This head is no folder that could be written.', 'Leave out --write, and apply the diff there.');
}

/** A patch is bytes; a terminal gets it with everything visible, because lines come from the pull request. */
function forStream(diff: string, isTerminal: boolean): string {
  if (!isTerminal) return diff;
  const lines = diff.replaceAll('\r\n', '\n').split('\n');
  return lines
    .map((line) =>
      line
        .split('\t')
        .map((part) => makeVisible(part, 100_000))
        .join('\t'),
    )
    .join('\n');
}
