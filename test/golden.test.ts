/**
 * Golden pull requests: whole small repositories before (`base/`) and after (`head/`) with what a reader sees of the
 * difference (`expected/`). `UPDATE_GOLDEN=1` writes `expected/`; a person reads the difference before it is committed.
 * Every one is also replayed from its recorded inputs and analysed with its files listed in another order.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookUpRule } from '../src/rule-engine/look-up-rule.ts';
import type { Report } from '../src/model/report.ts';
import { reportJson } from '../src/reporters/json/report-json.ts';
import { markdownReport } from '../src/reporters/markdown/markdown-report.ts';
import { sarifReport } from '../src/reporters/sarif/sarif-report.ts';
import { replayInputs } from './replay-inputs.ts';
import { runDirectories, testPack } from './run-directories.ts';

const golden = join(import.meta.dirname, 'golden');
const update = process.env['UPDATE_GOLDEN'] === '1';

/** One line a change and problem, for people who review the difference of an expectation. */
function listChanges(report: Report): string {
  const changes = report.changes.map(({ blocks, baselineState, decision, before, after }) => {
    const finding = after ?? before;
    const place = finding && `${finding.anchor.path}:${finding.anchor.range.startLine}`;
    return `${blocks ? 'blocks' : '      '} ${baselineState} ${decision} ${finding?.ruleId ?? ''} ${finding?.address ?? ''} ${place ?? ''}`;
  });
  const problems = report.problems.map(({ blocks, code, location }) => {
    return `${blocks ? 'blocks' : '      '} problem ${code} ${location?.path ?? ''}:${location?.range.startLine ?? 0}`;
  });
  return `${[`${report.verdict.conclusion}: ${report.verdict.reason}`, ...changes, ...problems].join('\n')}\n`;
}

describe.each(readdirSync(golden).sort())('golden pull request %s', (name) => {
  const folder = (side: string): string => join(golden, name, side);
  const policy = existsSync(folder('policy')) ? folder('policy') : undefined;
  const run = () => runDirectories({ before: folder('base'), after: folder('head'), policy });
  const expectFile = (file: string, text: string): void => {
    const path = join(folder('expected'), file);
    mkdirSync(folder('expected'), { recursive: true });
    if (update) writeFileSync(path, text);
    const hint = `expected/${file}; if the difference is meant, UPDATE_GOLDEN=1 npx vitest run test/golden.test.ts writes it`;
    expect(text, hint).toBe(readFileSync(path, 'utf8'));
  };

  it('reports what a reader expects', async () => {
    const { report } = await run();
    expectFile('changes.txt', listChanges(report));
    const rule = lookUpRule(testPack().rules);
    const text = markdownReport(report, { rule, link: () => undefined, mode: 'change', maxLength: 65_535 });
    // Digest and number of the rules change with every rule, and say nothing about this pull request.
    const pack = text.replaceAll(/ rules: [0-9a-f](?:&#8203;)?[0-9a-f]{6} /g, ' rules: (digest) ');
    expectFile('report.md', pack.replace(/^- \d+ rules: /m, '- (all) rules: '));
  });

  it('reports what an editor or code scanning reads', async () => {
    const { report } = await run();
    // What the rules say of themselves has tests of its own, and would change this file with every word of theirs.
    const options = { rule: () => undefined, audience: 'file', maxResults: 25_000, category: 'threatdiff' } as const;
    const text = sarifReport([{ report, options }]);
    expectFile('report.sarif', text.replace(/"sha256:[0-9a-f]{64}"/, '"(digest)"'));
  });

  it('gives the same bytes when its inputs are replayed', async () => {
    const result = await run();
    expect(reportJson(await replayInputs(result))).toBe(reportJson(result.report));
  });
});
