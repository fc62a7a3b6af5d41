/**
 * `npm run demo`: builds the command line and runs it on the sample pull request of a small shop (orders, payments,
 * catalog, notifications), as a reviewer would. Succeeds when the gate did what it is for: the sample opens holes, so
 * it has to be held. Judges nothing itself, and needs nothing but an installed clone.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildCommandLine } from './build-command-line.ts';

const root = join(import.meta.dirname, '..');
const shop = join(root, 'test/golden/shop');
const reports = join(root, 'threatdiff-report');
/** Exit code of a change that is held. */
const BLOCKED = 1;

/** Runs `threatdiff diff` on the sample; what it prints is shown. Returns the exit code. */
function compare(cli: string, ...options: readonly string[]): number | null {
  const args = [cli, 'diff', '--before', join(shop, 'base'), '--after', join(shop, 'head'), ...options];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status;
}

/** What is not as it has to be; empty when the gate behaved. */
function runDemo(cli: string): readonly string[] {
  console.log('$ threatdiff diff --before test/golden/shop/base --after test/golden/shop/head\n');
  const [markdown, json] = [join(reports, 'report.md'), join(reports, 'report.json')];
  const codes = [
    compare(cli),
    compare(cli, '--format', 'markdown', '--output', markdown),
    compare(cli, '--format', 'json', '--output', json),
  ];
  const wrong = codes.filter((code) => code !== BLOCKED).map((code) => `exit code ${code}, expected ${BLOCKED}`);
  if (wrong.length > 0) return wrong;
  const { verdict } = JSON.parse(readFileSync(json, 'utf8')) as { verdict: { conclusion: string; blocking: number } };
  return verdict.conclusion === 'failure' && verdict.blocking > 0 ? [] : [`the report says ${verdict.conclusion}`];
}

const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-demo-'));
try {
  mkdirSync(reports, { recursive: true });
  const wrong = runDemo(buildCommandLine(join(scratch, 'dist')));
  if (wrong.length === 0) {
    console.log(`\nExit code ${BLOCKED}: the sample opens holes, so the check fails and the merge is held.`);
    console.log(`The same report as a pull request shows it: ${relative(root, join(reports, 'report.md'))}`);
    console.log(`The same report for programs: ${relative(root, join(reports, 'report.json'))}`);
  } else {
    console.error(`\nThe demo did not go as it has to: ${wrong.join('; ')}.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
