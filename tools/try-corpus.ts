/**
 * Runs the built command line on every real pull request of `../shared/data/pull-requests.tar.gz` and prints what it
 * would have said. Ends with 1 when one crashes, gives no verdict, or exceeds 2 s or 300 MiB; with 0 and a line where
 * the archive is absent. `--reports DIR` also writes each report in Markdown, to be read as its author would.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '../src/model/report.ts';
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
  readonly error: string;
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
    return { ...measured, report: JSON.parse(readFileSync(json, 'utf8')) as Report };
  } catch (error) {
    return { ...measured, error: `${measured.error} ${String(error)}` };
  }
}

function countBy(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}

function describe({ name, milliseconds, mebibytes, exitCode, report, error }: Run): string {
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
  return `${head}  ${numbers.join('  ')}  not evaluated: ${unread.length === 0 ? 'none' : countBy(unread)}`;
}

function main(): void {
  const { values } = parseArgs({ options: { reports: { type: 'string' } } });
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
  if (crashed.length + slow.length + large.length > 0) process.exitCode = 1;
}

main();
