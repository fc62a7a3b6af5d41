/** What the check of a pull request reads like, and that no name in it becomes anything but itself. */
import { join } from 'node:path';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { exampleChange, exampleFinding, exampleReport } from '../../../test/reports/example-report.ts';
import { runDirectories } from '../../../test/run-directories.ts';
import type { FindingChange } from '../../model/change.ts';
import type { Report } from '../../model/report.ts';
import type { AnyVerdict } from '../../model/verdict.ts';
import type { CheckRunOptions } from './check-run-options.ts';
import { type CheckRunReport, checkRunReport } from './check-run-report.ts';
import { combineCheckRuns } from './combine-check-runs.ts';
import { combineVerdicts } from './combine-verdicts.ts';
import { commentReport } from './comment-report.ts';
import { permalink } from './permalink.ts';

const COMMITS = { before: '3f2c1ab'.padEnd(40, '0'), after: '9d81e07'.padEnd(40, '0') };
const OPTIONS: CheckRunOptions = {
  rule: () => ({ why: 'Whoever reads the storage reads every message.', fix: 'Add `sqs_managed_sse_enabled = true`.' }),
  link: permalink({ server: 'https://github.com', repository: 'acme/shop', commits: COMMITS }),
};
const withVerdict = (verdict: AnyVerdict, mode: 'enforce' | 'monitor' = 'enforce'): Report => ({
  ...exampleReport,
  verdict,
  policy: { ...exampleReport.policy, mode },
});
const success: AnyVerdict = { conclusion: 'success', reason: 'nothing blocks', blocking: 0, notEvaluated: 0 };
const failure = exampleReport.verdict;
const neutral: AnyVerdict = { ...success, conclusion: 'neutral', wouldBe: 'failure' };
const pending: AnyVerdict = { conclusion: 'in_progress', reason: 'an image scan', until: '2026-11-21T13:00:00Z' };
const failed: AnyVerdict = { conclusion: 'failure', reason: 'the tree was not readable', noVerdict: true };

/** `amount` blockers with different ids, at different lines. */
const blockers = (amount: number, message = exampleFinding.message): readonly FindingChange[] =>
  Array.from({ length: amount }, (_, index) => {
    const range = { ...exampleFinding.anchor.range, startLine: index + 1, endLine: index + 1 };
    const anchor = { ...exampleFinding.anchor, range };
    return { ...exampleChange, after: { ...exampleFinding, id: `TD-B${index}B`, message, anchor } };
  });

describe('conclusion and title', () => {
  it.each([
    ['success', withVerdict(success), 'success: nothing blocks'],
    ['failure', withVerdict(failure), 'failure: orders keeps messages unencrypted at rest (1 blocking)'],
    ['failure', withVerdict(failed), 'no verdict: the tree was not readable'],
    [undefined, withVerdict(pending), 'waiting: an image scan'],
    [
      'neutral',
      withVerdict(neutral, 'monitor'),
      'monitor mode, would be failure: orders keeps messages unencrypted at rest (1 blocking)',
    ],
  ])('%s', (conclusion, report, title) => {
    const run = checkRunReport(report, OPTIONS);
    expect(run.conclusion).toBe(conclusion);
    expect(run.status).toBe(conclusion === undefined ? 'in_progress' : 'completed');
    expect(run.title).toBe(title);
  });

  it('is never neutral outside of monitor mode', () => {
    expect(checkRunReport(withVerdict(neutral), OPTIONS).conclusion).toBe('failure');
  });

  it('clips the message, never the counts', () => {
    const report = { ...exampleReport, changes: blockers(2, '@a'.repeat(300)) };
    const { title } = checkRunReport(report, OPTIONS);
    expect(title.length).toBeLessThanOrEqual(120);
    expect(title).toMatch(/… \(2 blocking\)$/);
  });

  it('annotates nothing while it waits: GitHub never removes an annotation', () => {
    expect(checkRunReport(withVerdict(pending), OPTIONS).annotations).toEqual([]);
  });
});

describe('annotations', () => {
  it('stand on the lines of the head commit, blocking first, with why and fix', () => {
    const { annotations } = checkRunReport(exampleReport, OPTIONS);
    expect(annotations.map(({ path, annotation_level }) => [path, annotation_level])).toEqual([
      ['infra/orders/queue.tf', 'failure'],
      ['Dockerfile', 'warning'],
    ]);
    expect(annotations[0]).toEqual({
      path: 'infra/orders/queue.tf',
      start_line: 3,
      end_line: 3,
      start_column: 29,
      end_column: 33,
      annotation_level: 'failure',
      title: 'Queue stores messages unencrypted (high, blocks)',
      message:
        'orders keeps messages unencrypted at rest\nWhoever reads the storage reads every message.\nFix: Add `sqs_managed_sse_enabled = true`.\nTD-7F3K2QXA · aws-sqs-queue-not-encrypted',
    });
  });

  it('have columns only on one line, and end where the text ends', () => {
    const range = { startLine: 3, startColumn: 1, endLine: 9, endColumn: 1 };
    const after = { ...exampleFinding, anchor: { ...exampleFinding.anchor, range } };
    const [annotation] = checkRunReport(
      { ...exampleReport, changes: [{ ...exampleChange, after }] },
      OPTIONS,
    ).annotations;
    expect(annotation).toMatchObject({ start_line: 3, end_line: 8 });
    expect(annotation).not.toHaveProperty('start_column');
  });

  it('keep a fix of several lines as it is written', () => {
    const rule = () => ({ why: 'x', fix: 'resource "a" "b" {\n  c = 1\n}' });
    const [annotation] = checkRunReport(exampleReport, { ...OPTIONS, rule }).annotations;
    expect(annotation?.raw_details).toBe('resource "a" "b" {\n  c = 1\n}');
  });

  it('leave what stands before to the text, with a permanent link', () => {
    expect(checkRunReport(exampleReport, OPTIONS).text).toBe(
      `**Without a line in this commit to stand at**\n\n- Fixed: [\`infra/orders/queue.tf:3\`](<https://github.com/acme/shop/blob/${COMMITS.before}/infra/orders/queue.tf#L3>) (before) orders-dlq keeps messages unencrypted at rest (high, \`TD-BBBB2222\`)\n`,
    );
  });

  it('are as many as fit, the rest is counted and listed', () => {
    const run = checkRunReport({ ...exampleReport, changes: blockers(230) }, OPTIONS);
    expect(run.annotations).toHaveLength(200);
    expect(run.notAnnotated).toBe(30);
    expect(run.text?.match(/^- Blocks: /gm)).toHaveLength(30);
  });

  it.each(['/etc/passwd', '../x.tf', 'a/../b.tf', 'a//b', '', 'a\u202eb.tf', 'a\nb', 'a\\b', 'x'.repeat(60_000)])(
    'leave the path %j to the text, where nothing links to it',
    (path) => {
      const after = { ...exampleFinding, anchor: { ...exampleFinding.anchor, path } };
      const run = checkRunReport({ ...exampleReport, changes: [{ ...exampleChange, after }], problems: [] }, OPTIONS);
      expect(run.annotations).toEqual([]);
      expect(run.text).toContain('TD-7F3K2QXA');
      expect(`${run.text}${run.summary}`).not.toContain('](');
    },
  );
});

describe('several pull requests on one commit', () => {
  it('concludes the worst', () => {
    const all = [success, neutral, pending, failure, failed];
    for (let from = 0; from < all.length; from += 1) {
      expect(combineVerdicts(all.slice(0, from + 1))).toBe(all[from]);
      expect(combineVerdicts(all.slice(0, from + 1).reverse())).toBe(all[from]);
    }
    expect(combineVerdicts([])).toMatchObject({ conclusion: 'failure', noVerdict: true });
  });

  it('lists each, and annotates what several have once', () => {
    const judged = [
      { pullRequest: 7, base: 'lax', report: withVerdict(success), options: OPTIONS },
      { pullRequest: 12, base: 'main', report: withVerdict(failure), options: OPTIONS },
      { pullRequest: undefined, base: 'main', report: withVerdict(success), options: OPTIONS },
    ];
    const run = combineCheckRuns(judged);
    expect(run.conclusion).toBe('failure');
    expect(run.title).toBe('failure for 1 of 3 with this commit: #12');
    expect(run.summary).toContain('This commit is judged 3 times; the check shows the worst: failure.');
    expect(run.summary).toContain('- #12 into `main`: failure. 1 blocking');
    expect(run.summary).toContain('- #7 into `lax`: success. nothing blocks');
    expect(run.summary).toContain('- Merge group into `main`: success.');
    expect(run.summary.indexOf('#12')).toBeLessThan(run.summary.indexOf('#7'));
    expect(run.annotations).toHaveLength(2);
  });

  it('shows a single one as it is', () => {
    const one = { pullRequest: 7, base: 'main', report: exampleReport, options: OPTIONS };
    expect(combineCheckRuns([one])).toEqual(checkRunReport(exampleReport, OPTIONS));
  });

  it('fails where there is none, and waits while one does', () => {
    expect(combineCheckRuns([]).conclusion).toBe('failure');
    const waiting = [pending, success].map((verdict, pullRequest) => {
      return { pullRequest: pullRequest + 1, base: 'main', report: withVerdict(verdict), options: OPTIONS };
    });
    expect(combineCheckRuns(waiting)).toMatchObject({ status: 'in_progress', annotations: [] });
  });

  it('fits for hundreds of them', () => {
    const base = '`@\u202e'.repeat(100);
    const many = Array.from({ length: 300 }, (_, index) => {
      const report = withVerdict({ ...success, reason: '@'.repeat(300) });
      return { pullRequest: index + 1, base, report: { ...report, changes: blockers(3) }, options: OPTIONS };
    });
    expectFits(combineCheckRuns(many));
  });
});

describe('the comment', () => {
  it('is worth writing only when something moved', () => {
    const problem = exampleReport.problems[0];
    const quiet: Report = { ...withVerdict(success), changes: [], problems: [] };
    const worth = (report: Report) => commentReport(report, OPTIONS).worthSaying;
    expect(worth(exampleReport)).toBe(true);
    expect(worth(quiet)).toBe(false);
    expect(worth({ ...quiet, changes: [{ ...exampleChange, baselineState: 'unchanged', blocks: false }] })).toBe(false);
    const info: FindingChange = { ...exampleChange, after: { ...exampleFinding, severity: 'info' } };
    expect(worth({ ...quiet, changes: [{ ...info, blocks: false }] })).toBe(false);
    expect(worth({ ...quiet, changes: [info] })).toBe(true);
    expect(worth({ ...quiet, changes: [{ ...exampleChange, blocks: false }] })).toBe(true);
    expect(worth({ ...quiet, problems: problem ? [{ ...problem, inputChanged: false }] : [] })).toBe(false);
    expect(worth({ ...quiet, problems: problem ? [{ ...problem, inputChanged: true }] : [] })).toBe(true);
  });

  it('links the check', () => {
    const { body } = commentReport(exampleReport, { ...OPTIONS, checkUrl: 'https://github.com/acme/shop/runs/1' });
    expect(body).toMatch(/<sub>before .* · \[full report\]\(<https:\/\/github\.com\/acme\/shop\/runs\/1>\)<\/sub>\n$/);
  });
});

describe('hostile input', () => {
  it('keeps every blocker in sight under hundreds of other findings', () => {
    const long = 'ü@'.repeat(30_000);
    const others = blockers(3000, long).map((change): FindingChange => ({ ...change, blocks: false }));
    const report: Report = { ...exampleReport, changes: [...others, ...blockers(100)] };
    const run = checkRunReport(report, OPTIONS);
    const { body } = commentReport(report, OPTIONS);
    for (let index = 0; index < 100; index += 1) {
      expect(run.summary).toContain(`\`TD-B${index}B\``);
      expect(body).toContain(`\`TD-B${index}B\``);
    }
    expect(run.annotations.slice(0, 100).every((each) => each.annotation_level === 'failure')).toBe(true);
    expectFits(run);
    expect(body.length).toBeLessThanOrEqual(65_000);
  });

  it('makes nothing of a name but the name', () => {
    const plain = outputs(hostileReport('plain'));
    const expected = plain.markdown.map((text) => tagsOf(render(text)));
    fc.assert(
      fc.property(hostile, (text) => {
        const { run, markdown, plain: lines } = outputs(hostileReport(text));
        const pages = markdown.map(render);
        expect(pages.map(tagsOf)).toEqual(expected);
        for (const page of pages) expect(page.replace(/<code>[^<]*<\/code>/g, '')).not.toMatch(/@[a-z]|#\d/i);
        for (const line of lines) {
          expect(line).not.toMatch(/(?:^|[^\p{L}\p{N}_])@[\p{L}\p{N}]|#\d|:\/\/|www\./u);
          expect(line).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/);
        }
        expectFits(run);
      }),
      { numRuns: 150, seed: 20261121 },
    );
  });
});

/** Pieces of Markdown, HTML and what GitHub links on its own; and names of any length. */
const PIECES = [
  '@acme/security', '#1', 'GH-1', 'https://evil.example', 'www.evil.example', '[a](b)', '![a](b)', '<img src=x>', '<!--', '-->',
  '<!-- threatdiff: summary -->', '</details>', '`', '```', '~~~', '|', '\\', '**', '- ', '> ', '# ', '---', '\n', '\r', '\t', '\u0007', '\u202e',
  '\u200d', 'x', ' ', '&lt;', '$x$', '\ud800', '../', '/', 'x'.repeat(60_000), '`'.repeat(300),
]; // biome-ignore format: one entry a line is a page
const hostile = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '');

/** The text wherever a pull request can put one. Paths are not addressable, as the plain twin's is not either. */
function hostileReport(text: string): Report {
  const anchor = { ...exampleFinding.anchor, path: `/${text}` };
  const finding = { ...exampleFinding, message: text, title: text, unit: text, address: text, name: text, anchor };
  const open = { ...finding, openReasons: [{ reason: 'external-data' as const, subject: text }] };
  const annotated = { ...open, anchor: exampleFinding.anchor };
  const waiver = {
    rule: text, unit: text, address: text, reason: text, owner: text, expires: '2026-12-01', evidence: text, line: 1, file: text,
  }; // biome-ignore format: one entry a line is a page
  const [problem] = exampleReport.problems;
  const problems = problem
    ? [
        { ...problem, message: text, hint: text, inputChanged: true, blocks: true },
        { ...problem, message: text, hint: text, inputChanged: true, side: 'before' as const },
        { ...problem, message: text, location: { ...exampleFinding.anchor, path: `/${text}` } },
      ]
    : [];
  return {
    ...exampleReport,
    verdict: { conclusion: 'failure', reason: text, blocking: 2, notEvaluated: 1 },
    changes: [
      { ...exampleChange, after: annotated },
      { ...exampleChange, after: open },
      { ...exampleChange, after: annotated, blocks: false, decision: 'shown-severity' },
      { ...exampleChange, after: annotated, blocks: false, decision: 'waived', waiver },
      { ...exampleChange, baselineState: 'absent', after: undefined as never, before: { ...finding }, blocks: false },
    ],
    problems,
  };
}

function outputs(report: Report): { run: CheckRunReport; markdown: readonly string[]; plain: readonly string[] } {
  const run = checkRunReport(report, OPTIONS);
  const judged = { pullRequest: undefined, base: report.verdict.reason, report, options: OPTIONS };
  const combined = combineCheckRuns([judged, { ...judged, base: 'main' }]);
  const plain = [run, combined].flatMap(({ title, annotations }) => [
    title,
    ...annotations.flatMap((each) => [each.title, each.message, each.raw_details ?? '']),
  ]);
  return { run, markdown: [run.summary, run.text ?? '', commentReport(report, OPTIONS).body, combined.summary], plain };
}

function render(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

function tagsOf(html: string): string {
  return (html.match(/<\/?[a-z0-9!]+/g) ?? []).filter((tag) => !/code/.test(tag)).join(' ');
}

/** Within everything GitHub documents; texts in bytes, as GitHub counts them. */
function expectFits(run: CheckRunReport): void {
  expect(run.title.length).toBeLessThanOrEqual(120);
  expect(Buffer.byteLength(run.summary)).toBeLessThanOrEqual(62_000);
  expect(Buffer.byteLength(run.text ?? '')).toBeLessThanOrEqual(65_535);
  expect(run.annotations.length).toBeLessThanOrEqual(200);
  for (const { title, message, raw_details = '' } of run.annotations) {
    expect(title.length).toBeLessThanOrEqual(255);
    expect(Buffer.byteLength(message)).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(raw_details)).toBeLessThanOrEqual(65_536);
  }
}

describe('the sample pull request', () => {
  it('reads as its report says', async () => {
    const shop = join(import.meta.dirname, '../../../test/golden/shop');
    const { report } = await runDirectories({ before: join(shop, 'base'), after: join(shop, 'head') });
    const run = checkRunReport(report, OPTIONS);
    const blocking = report.changes.filter(({ blocks }) => blocks);
    expect(blocking.length).toBeGreaterThan(0);
    expect(run.conclusion).toBe('failure');
    expect(run.title).toMatch(new RegExp(`^failure: .+ \\(${blocking.length} blocking`));
    for (const { after } of blocking) {
      expect(run.summary).toContain(`\`${after?.id}\``);
      const own = run.annotations.filter(({ message }) => message.includes(`${after?.id} ·`));
      expect(own).toHaveLength(1);
      expect(own[0]).toMatchObject({ path: after?.anchor.path, start_line: after?.anchor.range.startLine });
    }
    expect(run.annotations.filter(({ annotation_level }) => annotation_level === 'failure')).toHaveLength(
      report.changes.filter(({ blocks }) => blocks).length + report.problems.filter(({ blocks }) => blocks).length,
    );
    expect(commentReport(report, OPTIONS).worthSaying).toBe(true);
  });
});
