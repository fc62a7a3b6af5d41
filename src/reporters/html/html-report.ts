/**
 * Reports as one HTML page that needs nothing else: no script, no picture, no font, no address it would load from.
 * Everything of a pull request in it is escaped, and the page itself forbids the rest (Content Security Policy).
 */
import { createHash } from 'node:crypto';
import { describeVerdict } from '../describe-verdict.ts';
import { groupChanges } from '../group-changes.ts';
import { escapeHtml } from './escape-html.ts';
import type { HtmlOptions, HtmlSubject } from './html-options.ts';
import type { Page, Section } from './page.ts';
import { PAGE_STYLE } from './page-style.ts';
import { renderFixes } from './render-fixes.ts';
import { renderLists } from './render-lists.ts';
import { renderReceipt } from './render-receipt.ts';
import { renderUnits } from './render-units.ts';
import { renderVerdict } from './render-verdict.ts';

/** Characters for all lists of the page. */
const ROOM = 3_000_000;

interface RenderedReport {
  readonly verdict: string;
  readonly sections: readonly Section[];
  readonly title: string | undefined;
  readonly level: 1 | 2;
}

/** A whole page, a few megabytes at most. One subject is the page; several are parts of it, each with its title. */
export function htmlReport(subjects: readonly HtmlSubject[], options: HtmlOptions): string {
  const id = uniqueIds();
  const room = ROOM / Math.max(1, subjects.length);
  const rendered = subjects.map((subject) => renderSubject(subject, options, { id, room }));
  const policy = `default-src 'none'; style-src 'sha256-${sha256(PAGE_STYLE)}'; base-uri 'none'; form-action 'none'`;
  const several = subjects.length === 1 && subjects[0]?.title === undefined ? '' : overview(subjects);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${pageTitle(subjects)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<header>
<p class="brand">Threatdiff: what a change does to the attack surface</p>
</header>
<div class="columns">
<nav aria-label="Contents">
${renderContents(rendered)}
</nav>
<main id="report" tabindex="-1">
${several}${rendered.map(renderBody).join('\n')}
</main>
</div>
</body>
</html>
`;
}

/** Ids are ours (`to-fix`, `TD-…`); the second of a kind gets a number. */
function uniqueIds(): Page['id'] {
  const taken = new Map<string, number>([['report', 1]]);
  return (wanted) => {
    const number = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, number);
    return number === 1 ? wanted : `${wanted}_${number}`;
  };
}

function renderSubject(
  { report, excerpt, title }: HtmlSubject,
  options: HtmlOptions,
  shared: Pick<Page, 'id' | 'room'>,
): RenderedReport {
  const page: Page = { options, excerpt, level: title === undefined ? 1 : 2, ...shared };
  const groups = groupChanges(report);
  return {
    verdict: renderVerdict(report, groups, page, title),
    sections: [
      ...renderFixes(groups, page),
      ...renderUnits(groups, page),
      ...renderLists(groups, page),
      ...renderReceipt(report, page),
    ],
    title,
    level: page.level,
  };
}

function renderBody({ verdict, sections, level }: RenderedReport): string {
  const tag = `h${level + 1}`;
  const parts = sections.map(({ id, title, count, html }) => {
    const counted = count === undefined ? '' : ` <span class="count">${count}</span>`;
    return `<section aria-labelledby="${id}">\n<${tag} id="${id}">${title}${counted}</${tag}>\n${html}\n</section>`;
  });
  return [verdict, ...parts].join('\n');
}

function renderContents(rendered: readonly RenderedReport[]): string {
  const lists = rendered.slice(0, 50).map(({ title, sections }) => {
    const items = sections.map(({ id, title: name, count }) => {
      const counted = count === undefined ? '' : ` <span class="count">${count}</span>`;
      return `<li><a href="#${id}">${name}${counted}</a></li>`;
    });
    const about = title === undefined ? '' : `<p>${escapeHtml(title, 100)}</p>\n`;
    return `${about}<ul>${items.join('')}</ul>`;
  });
  return lists.join('\n');
}

function overview(subjects: readonly HtmlSubject[]): string {
  return `<h1>Threatdiff: ${subjects.length} ${subjects.length === 1 ? 'folder' : 'folders'}</h1>\n`;
}

function pageTitle(subjects: readonly HtmlSubject[]): string {
  const [only] = subjects;
  if (only === undefined || subjects.length > 1) return `Threatdiff: ${subjects.length} folders`;
  const { verdict } = only.report;
  return escapeHtml(`Threatdiff: ${describeVerdict(verdict)}. ${verdict.reason}`, 150);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
