/** The page: what a reader finds where, that it loads and runs nothing, that everybody can use it, and how large it gets. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { exampleChange, exampleFinding, exampleReport } from '../../../test/reports/example-report.ts';
import type { FindingChange } from '../../model/change.ts';
import type { Report } from '../../model/report.ts';
import type { HtmlOptions, HtmlSubject } from './html-options.ts';
import { htmlReport } from './html-report.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

const RULE = { why: 'Whoever reads `storage` reads <all> of it.', fix: 'encrypted = true\nkey = "k"' };
const OPTIONS: HtmlOptions = { rule: () => RULE, link: () => undefined, mode: 'change' };

function render(report: Report, more: Partial<HtmlSubject & HtmlOptions> = {}): string {
  const { excerpt = () => undefined, title, ...options } = more;
  return htmlReport([{ report, excerpt, ...(title === undefined ? {} : { title }) }], { ...OPTIONS, ...options });
}

/** Every element of the page. Also fails on markup that a parser has to repair. */
function elementsOf(html: string): readonly Element[] {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`) });
  expect(errors).toEqual([]);
  const found: Element[] = [];
  const open: ChildNode[] = document.childNodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('tagName' in node)) continue;
    found.push(node);
    for (const child of node.childNodes.toReversed()) open.push(child);
  }
  return found;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

function textOf(node: ChildNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const named = (elements: readonly Element[], ...tags: readonly string[]): readonly Element[] =>
  elements.filter(({ tagName }) => tags.includes(tagName));

const ALLOWED = new Set(
  (
    'html head meta title style body a header nav main section article h1 h2 h3 h4 p b ul li span code pre mark br wbr ' +
    'details summary table caption thead tbody tr th td figure figcaption div'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  'lang charset http-equiv content name class href id aria-label aria-labelledby tabindex scope rel'.split(' '),
);

/** What must hold of every page, whatever is in it. */
function checkPage(html: string): readonly Element[] {
  const elements = elementsOf(html);
  expect(elements.filter(({ tagName }) => !ALLOWED.has(tagName)).map(({ tagName }) => tagName)).toEqual([]);
  const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
  expect(attributes.filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const links = named(elements, 'a').map((element) => attribute(element, 'href') ?? '');
  expect(links.filter((href) => !href.startsWith('#') && !href.startsWith('https://'))).toEqual([]);
  const targets = [
    ...links.filter((href) => href.startsWith('#')).map((href) => href.slice(1)),
    ...elements.flatMap((element) => attribute(element, 'aria-labelledby') ?? []),
  ];
  expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  checkStructure(elements);
  return elements;
}

function checkStructure(elements: readonly Element[]): void {
  const levels = named(elements, 'h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName[1]));
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  for (const head of named(elements, 'th')) expect(['row', 'col']).toContain(attribute(head, 'scope'));
  for (const table of named(elements, 'table')) expect(table.childNodes[0]).toMatchObject({ tagName: 'caption' });
  for (const details of named(elements, 'details')) expect(details.childNodes[0]).toMatchObject({ tagName: 'summary' });
  for (const tag of ['header', 'nav', 'main', 'title']) expect(named(elements, tag)).toHaveLength(1);
}

describe('the page', () => {
  const source = ['resource "aws_sqs_queue" "orders" {', '  name = "orders"', '  sqs_managed_sse_enabled = false', '}'];
  const excerpt: HtmlSubject['excerpt'] = ({ range }, offset = 0) => source[range.startLine - 1 + offset];

  it('has everything in the order of reading', () => {
    const elements = checkPage(render(exampleReport, { excerpt }));
    expect(named(elements, 'h1', 'h2', 'h3').map(textOf)).toEqual([
      'Threatdiff: failure',
      'To fix before merging 1',
      'orders keeps messages unencrypted at rest',
      'What moved 2',
      'To look at 1',
      'Fixed 1',
      'Not evaluated 1',
      'Assumptions 1',
      'Looked at',
      'Made from',
    ]);
    const contents = named(elements, 'nav').map(textOf).join('');
    expect(contents).toContain('To fix before merging 1');
  });

  it('shows what blocks with its source, why and the fix', () => {
    const elements = checkPage(render(exampleReport, { excerpt }));
    const [article] = named(elements, 'article');
    if (article === undefined) throw new Error('nothing blocks');
    const text = textOf(article);
    expect(text).toContain('> 3   sqs_managed_sse_enabled = false');
    expect(text).toContain('Why Whoever reads storage reads <all> of it.');
    expect(text).toContain('key = "k"');
    expect(text).toContain(exampleFinding.evidence.hash);
    expect(attribute(article, 'id')).toBe(exampleFinding.id);
  });

  it('moves source that is indented as a whole to the left, and the mark with it', () => {
    const deep = source.map((line) => `\t\t  ${line}`);
    const range = { startLine: 2, startColumn: 14, endLine: 2, endColumn: 22 };
    const after = { ...exampleFinding, anchor: { ...exampleFinding.anchor, range } };
    const html = render(
      { ...exampleReport, changes: [{ ...exampleChange, after }] },
      { excerpt: ({ range: at }, offset = 0) => deep[at.startLine - 1 + offset] },
    );
    expect(html).toContain('<span class="text">  name = <mark>&quot;orders&quot;</mark></span>');
    expect(html).toContain('<span class="text">resource &quot;');
  });

  it('says what is not known, and what an updated finding rests on now', () => {
    const openReasons = [{ reason: 'external-data' as const, subject: 'data.x.y' }];
    const before = { ...exampleFinding, evidence: { facts: { CidrIp: '10.0.0.0/8' }, hash: '1' } };
    const facts = { CidrIp: '0.0.0.0/0', Port: 22 };
    const after = { ...exampleFinding, outcome: 'open' as const, openReasons, evidence: { facts, hash: '2' } };
    const change: FindingChange = { ...exampleChange, baselineState: 'updated', before, after, regression: true };
    const text = named(checkPage(render({ ...exampleReport, changes: [change] })), 'article')
      .map(textOf)
      .join('');
    expect(text).toContain('high, updated, not decided');
    expect(text).toContain('now that is not known');
    expect(text).toContain('Not known data.x.y (external-data)');
    expect(text).toContain('CidrIp: 10.0.0.0/8, now 0.0.0.0/0Port: not set, now 22');
  });

  it('shows a mechanical fix as a difference', () => {
    const edits = [{ startLine: 2, endLine: 3, lines: ['  name = "orders"', '  sqs_managed_sse_enabled = true'] }];
    const changes = [{ ...exampleChange, patch: { path: exampleFinding.anchor.path, edits } }];
    const elements = checkPage(render({ ...exampleReport, changes }, { excerpt }));
    const fix = elements.find((element) => attribute(element, 'class') === 'fix');
    expect(fix && textOf(fix)).toBe(
      'FixChange lines 2 to 3 of infra/orders/queue.tf    name = "orders"\n-   sqs_managed_sse_enabled = false\n+   sqs_managed_sse_enabled = true\n',
    );
  });

  it('says what a fix changes also without the source', () => {
    const patch = { path: 'a.tf', edits: [{ startLine: 3, endLine: 3, lines: ['x = true'] }] };
    const html = render({ ...exampleReport, changes: [{ ...exampleChange, patch }] });
    expect(html).toContain('<figcaption>Change line 3 of <code>a.tf</code> to</figcaption>');
  });

  it('is one part for each of several reports', () => {
    const subjects = ['infra', 'services'].map((title) => ({ report: exampleReport, excerpt: () => undefined, title }));
    const elements = checkPage(htmlReport(subjects, { ...OPTIONS, mode: 'state' }));
    expect(named(elements, 'h1', 'h2').map(textOf)).toEqual([
      'Threatdiff: 2 folders',
      'infra: failure',
      'services: failure',
    ]);
  });

  it('says what policy trouble changes, and who accepted what', () => {
    const [problem] = exampleReport.problems;
    if (problem === undefined) throw new Error('no problem');
    const trouble = { ...problem, code: 'policy-invalid', side: 'policy', effect: 'note' } as const;
    const waiver = { owner: '@acme/security', expires: '2027-01-31', reason: 'test data only' };
    const full = { rule: 'r', unit: 'u', address: 'a', evidence: 'e', line: 1, file: 'f', ...waiver };
    const waived: FindingChange = { ...exampleChange, blocks: false, decision: 'waived', waiver: full };
    const html = render({ ...exampleReport, changes: [waived], problems: [trouble] });
    checkPage(html);
    expect(html).toContain('<p class="trouble">Policy: A mapping is not closed');
    expect(html).toContain('Until 2027-01-31, @acme/security: test data only');
  });

  it('links where the door has an address, and only there', () => {
    const linked = render(exampleReport, { link: ({ path }) => `https://github.com/a/b/blob/c/${path}?"'<x>` });
    checkPage(linked);
    expect(linked).toContain('href="https://github.com/a/b/blob/c/infra/orders/queue.tf?&quot;&#39;&lt;x&gt;"');
    expect(render(exampleReport, { link: () => 'javascript:alert(1)' })).not.toContain('javascript:');
  });
});

describe('safety', () => {
  it('forbids everything but its own style, by a hash that is right', () => {
    const elements = elementsOf(render(exampleReport));
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    const style = named(elements, 'style').map(textOf).join('');
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style).not.toMatch(/url\(|@import|@font-face/);
  });

  it('shows hostile names as text and as nothing else', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</style>',
      '"',
      "'",
      '&lt;',
      '-->',
      '<!--',
      ']]>',
      'javascript:',
      '\u202e',
      '\ud800',
      '`',
      '\0',
      '\n',
    );
    const hostile = fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 8 })
      .map((parts) => parts.join(''));
    const check = (text: string, other: string): void => {
      const anchor = { ...exampleFinding.anchor, path: text };
      const finding = { ...exampleFinding, id: other, message: text, name: text, unit: other, address: text, anchor };
      const facts = { evidence: { facts: { [text]: other }, hash: text }, ruleId: other, kind: text };
      const openReasons = [{ reason: 'external-data' as const, subject: text }];
      const patch = { path: text, edits: [{ startLine: 1, endLine: 1, lines: [other] }] };
      const after = { ...finding, ...facts, openReasons };
      const changes = [
        { ...exampleChange, after, patch },
        { ...exampleChange, blocks: false, after },
      ];
      const problems = exampleReport.problems.map((problem) => ({ ...problem, message: text, hint: other }));
      const verdict = { ...exampleReport.verdict, reason: text };
      const policy = { sources: [{ file: text, id: other }], mode: 'enforce' as const };
      const report = { ...exampleReport, changes, problems, verdict, policy, after: text } as Report;
      checkPage(render(report, { excerpt: () => text, rule: () => ({ why: text, fix: other }), title: text }));
    };
    fc.assert(fc.property(hostile, hostile, check), { seed: 11, numRuns: 60 });
  });
});

describe('size', () => {
  const long = 'n'.repeat(60_000);
  const many = Array.from({ length: 10_000 }, (_, index): FindingChange => {
    const finding = {
      ...exampleFinding,
      id: `TD-${index}`,
      name: long,
      message: `${index} "${long}`,
      unit: `u${index}/${long.slice(0, 4096)}`,
    };
    const blocks = index % 2 === 0;
    return { ...exampleChange, blocks, after: finding, ...(blocks ? {} : { decision: 'shown-severity' }) };
  });

  it('stays small with ten thousand findings and endless names, and says what is cut', () => {
    const html = render({ ...exampleReport, changes: many }, { excerpt: () => long });
    expect(html.length).toBeLessThan(3_500_000);
    expect(html).toMatch(/And \d+ more findings that block, which would make this page too large/);
    const elements = elementsOf(html);
    expect(named(elements, 'article').length).toBeGreaterThan(100);
    const heading = named(elements, 'h2').map(textOf)[0];
    expect(heading).toBe('To fix before merging 5000');
  });
});

/** Colours of a theme by name. */
function coloursOf(css: string): ReadonlyMap<string, string> {
  return new Map(Array.from(css.matchAll(/--([a-z]+): (#[0-9a-f]{6})/g), ([, name = '', value = '']) => [name, value]));
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('contrast', () => {
  const style = /<style>(.*?)<\/style>/s.exec(render(exampleReport))?.[1] ?? '';
  const themes = style.split(':root').slice(1).map(coloursOf);

  it('is at least 4.5 to 1 for every text on everything it stands on, in both themes and on paper', () => {
    expect(themes).toHaveLength(3);
    const pairs = [
      ...['text', 'dim', 'red', 'green', 'amber', 'blue'].flatMap((text) => [`${text} page`, `${text} soft`]),
      ...['mark', 'hit', 'removed', 'added'].map((ground) => `text ${ground}`),
    ];
    const weak = themes.flatMap((colours) =>
      pairs.filter((pair) => {
        const [text = '', ground = ''] = pair.split(' ').map((name) => colours.get(name) ?? '');
        return !(contrast(text, ground) >= 4.5);
      }),
    );
    expect(weak).toEqual([]);
  });
});
