/** The sample pull request through the built command line, as a reviewer would run it. Judges nothing itself. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine } from './build-command-line.ts';

/** Exit code of a change that is held. */
const BLOCKED = 1;

export interface DemoPlaces {
  /** Temporary; the build goes here. */
  readonly scratch: string;
  /** Folder with `base/` and `head/`. */
  readonly shop: string;
  readonly reports: string;
}

/** Shows the terminal report and writes the others. What is not as it has to be; empty when the gate behaved. */
export function runCommandLineDemo({ scratch, shop, reports }: DemoPlaces): readonly string[] {
  const cli = buildCommandLine(join(scratch, 'dist'));
  const compare = (...options: readonly string[]): number | null => {
    const args = [cli, 'diff', '--before', join(shop, 'base'), '--after', join(shop, 'head'), ...options];
    return spawnSync(process.execPath, args, { stdio: 'inherit' }).status;
  };
  console.log('$ threatdiff diff --before test/golden/shop/base --after test/golden/shop/head\n');
  const json = join(reports, 'report.json');
  const codes = [
    compare(),
    compare('--format', 'markdown', '--output', join(reports, 'report.md')),
    compare('--format', 'json', '--output', json),
  ];
  const wrong = codes.filter((code) => code !== BLOCKED).map((code) => `exit code ${code}, expected ${BLOCKED}`);
  if (wrong.length > 0) return wrong;
  const { verdict } = JSON.parse(readFileSync(json, 'utf8')) as { verdict: { conclusion: string; blocking: number } };
  return verdict.conclusion === 'failure' && verdict.blocking > 0 ? [] : [`the report says ${verdict.conclusion}`];
}
