/** What a person sees in a terminal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleChange, exampleFinding, exampleReport } from '../../../test/reports/example-report.ts';
import type { Report } from '../../model/report.ts';
import { renderExcerpt } from './render-excerpt.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { terminalReport } from './terminal-report.ts';

const OPTIONS: TerminalOptions = {
  colour: false,
  quiet: false,
  mode: 'change',
  width: 107,
  excerpt: () => '  sqs_managed_sse_enabled = false # off',
  rule: () => ({
    why: 'Whoever reads the storage below the queue reads every message in it.',
    fix: 'sqs_managed_sse_enabled = true',
  }),
};

describe('terminalReport', () => {
  it('says the verdict first, then what to do, then what moved and what was looked at', () => {
    expect(`\n${terminalReport(exampleReport, OPTIONS)}`).toMatchInlineSnapshot(`
      "
      Threatdiff: failure. 1 blocking: orders keeps messages unencrypted at rest
      1 blocking · 1 to look at · 1 fixed · 1 not evaluated

      To fix before merging

        infra/orders/queue.tf:3:29  high  aws-sqs-queue-not-encrypted  TD-7F3K2QXA
        orders keeps messages unencrypted at rest
          3 │   sqs_managed_sse_enabled = false # off
            │                             ^^^^^
        why  Whoever reads the storage below the queue reads every message in it.
        fix  sqs_managed_sse_enabled = true

      To look at (does not block)
        Dockerfile:1:6 medium, updated base image node:22 is not pinned by digest TD-AAAA1111

      Fixed
        infra/orders/queue.tf:3:29 high orders-dlq keeps messages unencrypted at rest TD-BBBB2222

      Not evaluated
        infra/legacy/stack.template:12:3 A mapping is not closed syntax-error
          Close it with }

      Looked at
        assumed: var.stage = prod (a variable file, prod.tfvars:1)
        14 of 40 files understood (12 terraform, 2 dockerfile), 3 units, 21 resources
        45 rules: 2 fail, 200 pass, 1 open
        3 changed files, 1 of them out of scope (no infrastructure)
        no rule can see (type not mapped): 1 aws_chatbot_teams
        values not knowable from the tree: 4 variable-without-value
        before: 3f2c1ab · after: 9d81e07 · policy: .github/threatdiff.yml@77ab0c2 · rules: bbbbbbb · threatdiff 0.1.0 · as of 2026-11-21
      "
    `);
  });

  it('shows the lines of a mechanical fix, in place of the words of its rule', () => {
    const edits = [
      { startLine: 3, endLine: 3, lines: ['\tsqs_managed_sse_enabled = true # \u001b[2J', '}'] },
      { startLine: 7, endLine: 9, lines: [] },
    ];
    const changes = [{ ...exampleChange, patch: { path: 'infra/orders/queue.tf', edits } }];
    expect(terminalReport({ ...exampleReport, changes }, OPTIONS)).toContain(
      `  fix  replace line 3 of infra/orders/queue.tf with:
           sqs_managed_sse_enabled = true # \\u{1b}[2J
         }
       delete lines 7 to 9 of infra/orders/queue.tf
`,
    );
  });

  it('keeps prose and source within the columns of the terminal', () => {
    const why = 'Whoever reads the storage below the queue reads every message in it, and so on and on. '.repeat(3);
    const excerpt = () => `  ${'sqs_managed_sse_enabled = false '.repeat(10)}`;
    for (const width of [40, 80, 107]) {
      const rule = () => ({ why, fix: 'sqs_managed_sse_enabled = true' });
      const text = terminalReport(exampleReport, { ...OPTIONS, width, rule, excerpt, quiet: true });
      const own = text.split('\n').filter((line) => /^(?: {2}why| {7}\S| +\d+ │| +│)/.test(line));
      expect(own.length).toBeGreaterThan(4);
      expect(own.filter((line) => line.length > width)).toEqual([]);
    }
  });

  it('names the environment of a finding where policy has several', () => {
    const change = { ...exampleChange, after: { ...exampleFinding, environment: 'prod' } };
    const text = terminalReport({ ...exampleReport, changes: [change] }, OPTIONS);
    expect(text).toContain('\n  orders keeps messages unencrypted at rest (environment prod)\n');
    const other = { ...exampleChange, after: { ...exampleFinding, environment: 'dev' } };
    expect(terminalReport({ ...exampleReport, changes: [change, other] }, OPTIONS)).toContain(
      'at rest (environments dev, prod)\n',
    );
  });

  it('says beside the verdict that policy is not applied, also when quiet', () => {
    const [problem] = exampleReport.problems;
    const broken = { code: 'policy-invalid', effect: 'note', side: 'policy', blocks: false } as const;
    const problems = problem ? [{ ...problem, ...broken, message: 'The policy is invalid.' }] : [];
    const text = terminalReport({ ...exampleReport, problems }, { ...OPTIONS, quiet: true });
    expect(text.split('\n')[2]).toBe('Policy: The policy is invalid. (infra/legacy/stack.template:12:3)');
  });

  it('says less when asked to be quiet', () => {
    const text = terminalReport(exampleReport, { ...OPTIONS, quiet: true });
    expect(text).toContain('To fix before merging');
    expect(text).not.toContain('To look at');
    expect(text).not.toContain('Looked at');
  });

  it('tells no findings from nothing understood', () => {
    const nothing: Report = {
      ...exampleReport,
      verdict: { conclusion: 'success', reason: 'nothing in scope', blocking: 0, notEvaluated: 0 },
      changes: [],
      problems: [],
      receipt: { ...exampleReport.receipt, after: { ...exampleReport.receipt.after, filesRead: {} } },
    };
    expect(terminalReport(nothing, OPTIONS)).toContain('0 of 40 files understood: nothing was checked');
    const clean = { ...nothing, receipt: exampleReport.receipt };
    expect(terminalReport(clean, OPTIONS)).toContain('14 of 40 files understood (12 terraform, 2 dockerfile)');
    expect(terminalReport(clean, OPTIONS)).toContain('\n0 findings\n');
  });

  it('counts no changed files where there is nothing before', () => {
    const text = terminalReport({ ...exampleReport, before: [] }, { ...OPTIONS, mode: 'state' });
    expect(text).toContain('\n  1 file out of scope (no infrastructure)\n');
    expect(text).not.toContain('changed file');
  });

  it('names what failed the check although no rule did', () => {
    const [problem] = exampleReport.problems;
    const report: Report = { ...exampleReport, changes: [], problems: problem ? [{ ...problem, blocks: true }] : [] };
    const text = terminalReport(report, OPTIONS);
    expect(text).toContain('Fails the check: changed, and could not be evaluated');
    expect(text).toContain('infra/legacy/stack.template:12:3 A mapping is not closed syntax-error');
  });

  it('says once what a file has many times', () => {
    const [problem] = exampleReport.problems;
    const at = (startLine: number) => ({
      path: 'a.tf',
      range: { startLine, startColumn: 1, endLine: startLine, endColumn: 2 },
    });
    const lines = [1, 2, 3, 4, 5, 6, 7, 8].map(at);
    const problems = problem ? [...lines.map((location) => ({ ...problem, location })), problem] : [];
    const text = terminalReport({ ...exampleReport, problems }, OPTIONS);
    expect(text).toContain('  a.tf:1:1 A mapping is not closed; also lines 2, 3, 4, 5, 6 and 2 more syntax-error\n');
    expect(text).toContain('  infra/legacy/stack.template:12:3 A mapping is not closed syntax-error\n');
    expect(text).toContain('9 not evaluated');
  });

  it('colours only when asked, and says the same without', () => {
    const coloured = terminalReport(exampleReport, { ...OPTIONS, colour: true });
    expect(coloured).toContain('\u001b[31m');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(terminalReport(exampleReport, OPTIONS));
  });

  it('prints nothing that a runner of a workflow takes for a command', () => {
    const finding = { ...exampleFinding, message: '::set-output name=verdict::success ##[error]x' };
    const report: Report = { ...exampleReport, changes: [{ ...exampleChange, after: finding }] };
    const lines = terminalReport(report, OPTIONS).split('\n');
    expect(lines.some((line) => line.includes('set-output'))).toBe(true);
    expect(lines.filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual([]);
  });

  it('lets nothing of the pull request act on the terminal', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '\u001b[2J',
        '\u001b]8;;https://evil.example\u0007x',
        '\u202etxt.exe',
        'a\rb',
        'a\nb',
        '\u009b31m',
        '\u2066x',
      ),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const finding = {
          ...exampleFinding,
          message: text,
          address: text,
          anchor: { ...exampleFinding.anchor, path: text },
        };
        const [problem] = exampleReport.problems;
        const report: Report = {
          ...exampleReport,
          verdict: { conclusion: 'failure', reason: text, blocking: 1, notEvaluated: 0 },
          changes: [
            { ...exampleChange, after: finding },
            { ...exampleChange, after: finding, blocks: false },
          ],
          problems: problem ? [{ ...problem, message: text, hint: text }] : [],
        };
        const shown = terminalReport(report, { ...OPTIONS, excerpt: () => text });
        expect(shown).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/,
        );
      }),
      { numRuns: 500, seed: 20261121 },
    );
  });
});

describe('renderExcerpt', () => {
  const at = (startColumn: number, endColumn: number) => ({ startLine: 7, startColumn, endLine: 7, endColumn });

  it('puts the carets below what decided, also after tabs', () => {
    expect(renderExcerpt('\tacl = "public-read"', at(8, 21), 94)).toEqual([
      '7 │   acl = "public-read"',
      '  │         ^^^^^^^^^^^^^',
    ]);
  });

  it('marks one place where the range is outside of the line', () => {
    expect(renderExcerpt('x', at(9, 12), 94)[1]).toBe('  │  ^');
  });

  it('shows a window of a long line', () => {
    const [line, carets] = renderExcerpt(`${'a'.repeat(5000)}XY${'b'.repeat(5000)}`, at(5001, 5003), 94);
    expect(line.length).toBeLessThan(120);
    expect(line.indexOf('XY')).toBe(carets.indexOf('^^'));
  });
});
