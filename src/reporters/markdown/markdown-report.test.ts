/** What a pull request reads like. */
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { exampleChange, exampleFinding, exampleReport } from '../../../test/reports/example-report.ts';
import type { Report } from '../../model/report.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { markdownReport } from './markdown-report.ts';

const OPTIONS: MarkdownOptions = {
  rule: () => ({
    why: 'Whoever reads the storage below the queue reads every message in it.',
    fix: 'Add `sqs_managed_sse_enabled = true`.',
  }),
  link: () => undefined,
  mode: 'change',
  maxLength: 65_535,
};

describe('markdownReport', () => {
  it('says verdict and reason, what to fix, what moved, and folds the rest', () => {
    expect(`\n${markdownReport(exampleReport, OPTIONS)}`).toMatchInlineSnapshot(`
      "
      ### Threatdiff: blocked. orders keeps messages unencrypted at rest

      1 blocking · 1 to look at · 1 fixed · 1 not evaluated

      **To fix before merging**

      1. \`infra/orders/queue.tf:3\` **orders keeps messages unencrypted at rest** · high · \`TD-7F3K2QXA\`
         Whoever reads the storage below the queue reads every message in it.
         Add \`sqs_managed_sse_enabled = true\`.

      **What moved**

      | unit | change |
      | --- | --- |
      | \`Dockerfile\` | 1 to look at |
      | \`infra/orders\` | 1 blocking · 1 fixed |

      <details><summary>1 to look at, 1 fixed, 1 not evaluated, 1 assumption</summary>

      **To look at (does not block)**

      - \`Dockerfile:1\` base image node:22 is not pinned by digest (medium, updated, \`TD-AAAA1111\`)

      **Fixed**

      - \`infra/orders/queue.tf:3\` orders-dlq keeps messages unencrypted at rest (high, \`TD-BBBB2222\`)

      **Not evaluated**

      - \`infra/legacy/stack.template:12\` A mapping is not closed (syntax-error). Close it with }

      **Assumptions**

      - var.stage = prod (a variable file, prod.tfvars:1)

      **Looked at**

      - 14 of 40 files understood (12 terraform, 2 dockerfile), 3 units, 21 resources
      - 45 rules: 2 fail, 200 pass, 1 open
      - 3 changed files, 1 of them out of scope (no infrastructure)
      - no rule can see (type not mapped): 1 aws\\_chatbot\\_teams
      - values not knowable from the tree: 4 variable-without-value
      - before: 3&#8203;f2c1ab · after: 9&#8203;d81e07 · policy: .github/threatdiff.yml@&#8203;7&#8203;7ab0c2 · rules: bbbbbbb · threatdiff 0.1.0 · as of 2026-11-21

      </details>

      <sub>before \`3f2c1ab\` · after \`9d81e07\` · policy \`.github/threatdiff.yml@77ab0c2\`</sub>
      "
    `);
  });

  it('names the environment of a finding where policy has several', () => {
    const after = { ...exampleFinding, environment: 'prod' };
    const changes = [
      { ...exampleChange, after },
      { ...exampleChange, after, blocks: false },
    ];
    const text = markdownReport({ ...exampleReport, changes }, OPTIONS);
    expect(text).toContain('**orders keeps messages unencrypted at rest (environment prod)**');
    expect(text).toContain('orders keeps messages unencrypted at rest (environment prod) (high');
  });

  it('says beside the verdict that policy is not applied', () => {
    const [problem] = exampleReport.problems;
    const broken = { code: 'policy-invalid', effect: 'note', side: 'policy', blocks: false } as const;
    const problems = problem ? [{ ...problem, ...broken, message: 'The policy is invalid.' }] : [];
    const text = markdownReport({ ...exampleReport, problems }, OPTIONS);
    expect(text.split('\n')[4]).toBe('**Policy: The policy is invalid. (infra/legacy/stack.template:12:3)**');
  });

  it('lists one cause once, with its other places', () => {
    const range = { ...exampleFinding.anchor.range, startLine: 9, endLine: 9 };
    const [assumption] = exampleReport.receipt.assumptions;
    const finding = { ...exampleFinding, assumptions: assumption ? [assumption] : [] };
    const changes = [
      { ...exampleChange, after: finding },
      { ...exampleChange, after: { ...finding, address: 'aws_sqs_queue.b', anchor: { ...finding.anchor, range } } },
      { ...exampleChange, after: { ...finding, address: 'aws_sqs_queue.c["x"]', environment: 'prod' } },
    ];
    const text = markdownReport({ ...exampleReport, changes }, OPTIONS);
    expect(text).toContain('3 blocking');
    expect(text.match(/^\d\. /gm)).toHaveLength(1);
    expect(text).toContain('   Also: `infra/orders/queue.tf:9` `aws_sqs_queue.b`, `aws_sqs_queue.c["x"]` (prod).\n');
  });

  it('points at the review comment, which stands for a fix of several lines', () => {
    const comments = new Map([[exampleFinding.fingerprint, 'https://github.com/acme/shop/pull/1#discussion_r1']]);
    const suggested = '[suggested](<https://github.com/acme/shop/pull/1#discussion_r1>)';
    expect(markdownReport(exampleReport, { ...OPTIONS, comments })).toContain(
      `\n   Add \`sqs_managed_sse_enabled = true\` (${suggested}).\n`,
    );
    const rule = () => ({ why: 'x', fix: 'a = 1\nb = 2' });
    const text = markdownReport(exampleReport, { ...OPTIONS, rule, comments });
    expect(text).toContain(`\n   Fix: ${suggested}.\n`);
    expect(text).not.toContain('a = 1');
  });

  it('shows the lines of a mechanical fix where no comment stands for it and they are few', () => {
    const patched = (lines: readonly string[]): Report => {
      const patch = { path: 'infra/orders/queue.tf', edits: [{ startLine: 3, endLine: 3, lines }] };
      return { ...exampleReport, changes: [{ ...exampleChange, patch }] };
    };
    const fix = patched(['  sqs_managed_sse_enabled = true # ``` \u202e']);
    expect(markdownReport(fix, OPTIONS)).toContain(
      '   Fix: replace the line at `infra/orders/queue.tf:3` with:\n   ````hcl\n     sqs_managed_sse_enabled = true # ``` \\u{202e}\n   ````\n',
    );
    const comments = new Map([[exampleFinding.fingerprint, 'https://github.com/acme/shop/pull/1#discussion_r1']]);
    expect(markdownReport(fix, { ...OPTIONS, comments })).toContain('[suggested]');
    expect(markdownReport(fix, { ...OPTIONS, comments })).not.toContain('````');
    const long = markdownReport(patched(Array.from({ length: 13 }, () => 'x = 1')), OPTIONS);
    expect(long).toContain('Add `sqs_managed_sse_enabled = true`');
    expect(long).not.toContain('x = 1');
  });

  it.each([
    [{ conclusion: 'success', reason: 'no change', blocking: 0, notEvaluated: 0 }, 'passed. no change'],
    [{ conclusion: 'failure', reason: '1 changed input', blocking: 0, notEvaluated: 1 }, 'blocked. 1 changed input'],
    [{ conclusion: 'failure', reason: 'deadline', noVerdict: true }, 'no verdict. deadline'],
    [
      { conclusion: 'neutral', wouldBe: 'failure', reason: 'x', blocking: 0, notEvaluated: 1 },
      'monitor mode, would be blocked. x',
    ],
  ] as const)('says the verdict %j in one word', (verdict, expected) => {
    const text = markdownReport({ ...exampleReport, changes: [], verdict }, OPTIONS);
    expect(text.split('\n')[0]).toBe(`### Threatdiff: ${expected}`);
  });

  it('links places where the door has an address', () => {
    const link = () => 'https://github.com/acme/shop/blob/9d81e07/infra/a b>.tf#L3';
    expect(markdownReport(exampleReport, { ...OPTIONS, link })).toContain(
      '[`infra/orders/queue.tf:3`](<https://github.com/acme/shop/blob/9d81e07/infra/a%20b%3E.tf#L3>)',
    );
  });

  it('keeps a fix of several lines as written', () => {
    const rule = () => ({ why: 'x', fix: 'resource "a" "b" {\n\tc = 1\n}' });
    expect(markdownReport(exampleReport, { ...OPTIONS, rule })).toContain(
      '   ```\n   resource "a" "b" {\n     c = 1\n   }\n   ```\n',
    );
  });

  it('fits where it is posted, whatever the number of findings', () => {
    const many = Array.from({ length: 3000 }, (_, index) => {
      const after = { ...exampleFinding, ruleId: `rule-${index}` };
      return { ...exampleChange, after };
    });
    const report: Report = { ...exampleReport, changes: many };
    const text = markdownReport(report, OPTIONS);
    expect(text.length).toBeLessThanOrEqual(65_535);
    expect(text).toContain('3000 blocking');
    expect(text).toMatch(/And 2\d\d\d more, in the full report/);
    expect(markdownReport(report, { ...OPTIONS, maxLength: 200 }).length).toBeLessThanOrEqual(200);
  });

  it('lets nothing of the pull request become markup', () => {
    const pieces = [
      '@acme/x',
      '#1',
      '`',
      '```',
      '|',
      '\n',
      '<b>',
      '</details>',
      '[a](b)',
      '![a](b)',
      '- ',
      '> ',
      '\\',
      'x',
      ' ',
      '~~~',
    ];
    const hostile = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    const page = (text: string): string => {
      const finding = {
        ...exampleFinding,
        message: text,
        unit: text,
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
      return micromark(markdownReport(report, OPTIONS), {
        allowDangerousHtml: true,
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
      });
    };
    const tags = (html: string): string =>
      (html.match(/<\/?[a-z0-9]+/g) ?? []).filter((tag) => !/code/.test(tag)).join(' ');
    const expected = tags(page('plain'));
    fc.assert(
      fc.property(hostile, (text) => {
        const html = page(text);
        expect(tags(html)).toBe(expected);
        expect(html.replace(/<code>[^<]*<\/code>/g, '')).not.toMatch(/@[a-z]|#\d/i);
      }),
      { numRuns: 400, seed: 20261121 },
    );
  });
});
