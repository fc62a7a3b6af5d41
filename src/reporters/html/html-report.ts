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
/** Reports in the table of contents. */
const MOST_CONTENTS = 50;

interface RenderedReport {
  readonly id: string;
  readonly about: string;
  /** The verdict in a word. */
  readonly word: string;
  readonly verdict: string;
  readonly sections: readonly Section[];
}

/** A whole page, a few megabytes at most. One subject is the page; several are parts of it, each with its title. */
export function htmlReport(subjects: readonly HtmlSubject[], options: HtmlOptions): string {
  const id = uniqueIds();
  const room = ROOM / Math.max(1, subjects.length);
  const rendered = subjects.map((subject) => renderSubject(subject, options, { id, room }));
  const policy = `default-src 'none'; style-src 'sha256-${sha256(PAGE_STYLE)}'; base-uri 'none'; form-action 'none'`;
  const [only] = subjects.length === 1 && subjects[0]?.title === undefined ? rendered : [];
  const head = only?.verdict ?? `<h1>${describeFolders(subjects)}</h1>`;
  const body = only === undefined ? rendered.map(renderPart) : renderSections(only.sections, 'h2');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${only === undefined ? describeFolders(subjects) : pageTitle(subjects)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<header>
<p class="brand">Threatdiff: what a change does to the attack surface</p>
${head}
</header>
<div class="columns">
<nav aria-label="Contents">
${only === undefined ? rendered.slice(0, MOST_CONTENTS).map(renderContents).join('\n') : listSections(only.sections)}
</nav>
<main id="report" tabindex="-1">
${body.join('\n')}
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
  const heading = { about: title ?? 'Threatdiff', id: page.id('verdict') };
  return {
    ...heading,
    word: describeVerdict(report.verdict),
    verdict: renderVerdict(report, groups, page, heading),
    sections: [
      ...renderFixes(groups, page),
      ...renderUnits(groups, page),
      ...renderLists(groups, page),
      ...renderReceipt(report, page),
    ],
  };
}

/** One of several reports. */
function renderPart({ id, verdict, sections }: RenderedReport): string {
  return `<section aria-labelledby="${id}">\n${verdict}\n${renderSections(sections, 'h3').join('\n')}\n</section>`;
}

function renderSections(sections: readonly Section[], tag: string): readonly string[] {
  return sections.map(({ id, title, count, html }) => {
    const counted = count === undefined ? '' : ` <span class="count">${count}</span>`;
    return `<section aria-labelledby="${id}">\n<${tag} id="${id}">${title}${counted}</${tag}>\n${html}\n</section>`;
  });
}

function renderContents({ id, about, word, sections }: RenderedReport): string {
  const name = escapeHtml(about, 100).replaceAll('/', '/<wbr>');
  return `<p><a href="#${id}">${name}</a> <span class="count">${escapeHtml(word)}</span></p>\n${listSections(sections)}`;
}

function listSections(sections: readonly Section[]): string {
  const items = sections.map(({ id, title, count }) => {
    const counted = count === undefined ? '' : ` <span class="count">${count}</span>`;
    return `<li><a href="#${id}">${title}${counted}</a></li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function describeFolders({ length }: readonly HtmlSubject[]): string {
  return `Threatdiff: ${length} ${length === 1 ? 'folder' : 'folders'}`;
}

function pageTitle([only]: readonly HtmlSubject[]): string {
  if (only === undefined) return 'Threatdiff';
  const { verdict } = only.report;
  return escapeHtml(`Threatdiff: ${describeVerdict(verdict)}. ${verdict.reason}`, 150);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
