/**
 * Runs the built command line on every real pull request of `../shared/data/pull-requests.tar.gz` and prints what it
 * would have said, and what its author would get: inline comments, a summary or silence, a block. Ends with 1 when one
 * crashes, gives no verdict, or exceeds 2 s or 300 MiB; with 0 and a line where the archive is absent. `--blocks` also
 * lists what blocks; `--reports DIR` writes each report in Markdown, to be read as its author would.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '../src/model/report.ts';
import { commentReport } from '../src/reporters/check-run/comment-report.ts';
import { makeVisible } from '../src/reporters/make-visible.ts';
import { reviewComments } from '../src/reporters/review-comments/review-comments.ts';
import { listPatches } from './list-patches.ts';
import { unpackShared } from './unpack-shared.ts';

const MAX_MILLISECONDS = 2000;
const MAX_MEBIBYTES = 300;
const cli = join(import.meta.dirname, '..', 'dist', 'cli.js');
/** Runs inside the command line's process: only there the peak of its memory is known. */
const MEASURE = `data:text/javascript,${encodeURIComponent(
  "import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));",
)}`;

interface Run {
  readonly name: string;
  readonly milliseconds: number;
  readonly mebibytes: number;
  readonly exitCode: number | null;
  readonly report?: Report;
  /** Undefined without a report. */
  readonly author?: Conversation;
  readonly error: string;
}

/** What stands on the pull request. Words of rules are left out: they change no number. */
interface Conversation {
  readonly inline: number;
  readonly hasSummary: boolean;
}

const OPTIONS = { rule: () => undefined, link: () => undefined };

function converse(report: Report, before: string, after: string): Conversation {
  const { comments } = reviewComments(report, { ...OPTIONS, files: listPatches(before, after) });
  return { inline: comments.length, hasSummary: commentReport(report, OPTIONS).worthSaying };
}

function run(name: string, folder: string, scratch: string, markdown: string | undefined): Run {
  const peakFile = join(scratch, 'peak');
  const sides = ['--before', join(folder, 'before'), '--after', join(folder, 'after')];
  const json = join(scratch, 'report.json');
  rmSync(json, { force: true });
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', MEASURE, cli, 'diff', ...sides, '--format', 'json', '--output', json],
    { encoding: 'utf8', timeout: 60_000, env: { ...process.env, PEAK_FILE: peakFile } },
  );
  const milliseconds = Math.round(performance.now() - started);
  const mebibytes = Math.round(Number(readFileSync(peakFile, 'utf8')) / 1024);
  if (markdown !== undefined) {
    const output = join(markdown, `${name}.md`);
    spawnSync(process.execPath, [cli, 'diff', ...sides, '--format', 'markdown', '--output', output]);
  }
  const measured = { name, milliseconds, mebibytes, exitCode: status, error: stderr.trim() };
  try {
    const report = JSON.parse(readFileSync(json, 'utf8')) as Report;
    return { ...measured, report, author: converse(report, join(folder, 'before'), join(folder, 'after')) };
  } catch (error) {
    return { ...measured, error: `${measured.error} ${String(error)}` };
  }
}

function countBy(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}

function describe({ name, milliseconds, mebibytes, exitCode, report, author, error }: Run): string {
  const head = `${name.padEnd(8)}${String(milliseconds).padStart(6)} ms${String(mebibytes).padStart(5)} MiB  exit ${exitCode}`;
  if (report === undefined) return `${head}  CRASH ${error.slice(0, 200)}`;
  const { changes, problems } = report;
  const count = (test: (change: Report['changes'][number]) => boolean): string =>
    String(changes.filter(test).length).padStart(3);
  const isNew = ({ baselineState }: Report['changes'][number]): boolean =>
    baselineState === 'new' || baselineState === 'updated';
  const numbers = [
    `new ${count((change) => isNew(change) && change.after?.outcome === 'fail')}`,
    `fixed ${count((change) => change.baselineState === 'absent')}`,
    `open ${count((change) => isNew(change) && change.after?.outcome === 'open')}`,
    `blocks ${count((change) => change.blocks)}`,
  ];
  const unread = problems
    .filter(({ effect, inputChanged }) => effect !== 'note' && inputChanged)
    .map(({ code }) => code);
  const said = `inline ${author?.inline ?? 0}  ${author?.hasSummary ? 'summary' : 'silent '}`;
  const evaluated = `not evaluated: ${unread.length === 0 ? 'none' : countBy(unread)}`;
  return `${head}  ${numbers.join('  ')}  ${said}  ${report.verdict.conclusion}  ${evaluated}`;
}

/** Everything that blocks, for people who judge whether it should. */
function listBlocks({ name, report }: Run): readonly string[] {
  const findings = (report?.changes ?? []).flatMap(({ blocks, decision, before, after }) => {
    const finding = after ?? before;
    if (!blocks || finding === undefined) return [];
    const { anchor, ruleId, outcome, severity, address, message } = finding;
    const place = `${anchor.side} ${anchor.path}:${anchor.range.startLine}`;
    return [`${name} ${decision} ${outcome} ${severity} ${ruleId} ${address} ${place}: ${message}`];
  });
  const problems = (report?.problems ?? []).flatMap(({ blocks, code, location, message }) =>
    blocks ? [`${name} problem ${code} ${location?.path ?? ''}:${location?.range.startLine ?? 0}: ${message}`] : [],
  );
  return [...findings, ...problems].map((line) => makeVisible(line, 600));
}

function main(): void {
  const { values } = parseArgs({ options: { reports: { type: 'string' }, blocks: { type: 'boolean' } } });
  const folder = unpackShared('data/pull-requests.tar.gz');
  if (folder === undefined) return;
  if (values.reports !== undefined) mkdirSync(values.reports, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-corpus-'));
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const runs = names
    .map(({ name }) => run(name, join(folder, name), scratch, values.reports))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  rmSync(scratch, { recursive: true });
  for (const one of runs) console.log(describe(one));
  if (values.blocks) console.log(`\n${runs.flatMap(listBlocks).join('\n')}`);
  printTotals(runs);
}

function printTotals(runs: readonly Run[]): void {
  const crashed = runs.filter(({ report, exitCode }) => report === undefined || (exitCode !== 0 && exitCode !== 1));
  const slow = runs.filter(({ milliseconds }) => milliseconds > MAX_MILLISECONDS);
  const large = runs.filter(({ mebibytes }) => mebibytes > MAX_MEBIBYTES);
  const reasons = new Map<string, number>();
  for (const { report } of runs) {
    for (const [reason, count] of Object.entries(report?.receipt.after.unresolvedByReason ?? {})) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + count);
    }
  }
  const blocked = runs.filter(({ report }) => report?.verdict.conclusion === 'failure').length;
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
  console.log(
    `\nunresolved values: ${[...reasons]
      .sort((a, b) => b[1] - a[1])
      .map(([reason, count]) => `${reason} ${count}`)
      .join(', ')}`,
  );
  console.log(
    `${runs.length} pull requests: ${crashed.length} crashed, ${blocked} would block, slowest ${most(runs.map(({ milliseconds }) => milliseconds))} ms (${slow.length} over ${MAX_MILLISECONDS}), largest ${most(runs.map(({ mebibytes }) => mebibytes))} MiB (${large.length} over ${MAX_MEBIBYTES})`,
  );
  printConversations(runs);
  if (crashed.length + slow.length + large.length > 0) process.exitCode = 1;
}

function printConversations(runs: readonly Run[]): void {
  const inline = runs.map(({ author }) => author?.inline ?? 0).sort((a, b) => a - b);
  const silent = runs.filter(({ author }) => author?.hasSummary === false).length;
  console.log(
    `median inline comments ${inline[Math.floor(inline.length / 2)] ?? 0}, silent ${silent} of ${runs.length}`,
  );
}

main();
