/** What was looked at, what was assumed, and from what the report was made: the sections nobody reads until they must. */
import type { Report } from '../../model/report.ts';
import { describeAssumption } from '../describe-assumption.ts';
import { describeReceipt } from '../describe-receipt.ts';
import { escapeHtml } from './escape-html.ts';
import { fitItems } from './fit-items.ts';
import type { Page, Section } from './page.ts';
import { renderLeftOut } from './render-left-out.ts';

const MOST_ROWS = 30;

/** Assumptions (none where nothing was assumed), receipt and provenance. */
export function renderReceipt(report: Report, page: Page): readonly Section[] {
  return [
    ...renderAssumptions(report, page),
    { id: page.id('looked-at'), title: 'Looked at', html: renderLooked(report) },
    { id: page.id('made-from'), title: 'Made from', html: renderProvenance(report) },
  ];
}

function renderAssumptions({ receipt }: Report, page: Page): readonly Section[] {
  const { assumptions } = receipt;
  if (assumptions.length === 0) return [];
  const render = (assumption: (typeof assumptions)[number]): string =>
    `<li>${escapeHtml(describeAssumption(assumption), 400)}</li>`;
  const { html, left } = fitItems(assumptions, render, page.room * 0.04);
  const body = `<ul class="items">\n${html}\n</ul>\n${renderLeftOut(left, 'assumptions')}`;
  const summary = `<details><summary>Values taken from defaults and variable files</summary>\n${body}\n</details>`;
  return [{ id: page.id('assumptions'), title: 'Assumptions', count: assumptions.length, html: summary }];
}

function renderLooked(report: Report): string {
  const { resourcesByKind, unmappedTypes, unresolvedByReason } = report.receipt.after;
  // The last line says what the section after this one says in full.
  const lines = describeReceipt(report).slice(0, -1);
  return [
    `<ul class="items">${lines.map((line) => `<li>${escapeHtml(line, 2000)}</li>`).join('')}</ul>`,
    renderCounts('Resources by kind', ['kind', 'resources'], resourcesByKind),
    renderCounts('Types no rule can see', ['type', 'resources'], unmappedTypes),
    renderCounts('Values not knowable from the tree', ['reason', 'values'], unresolvedByReason),
  ].join('\n');
}

function renderCounts(
  title: string,
  [what, unit]: readonly [string, string],
  counts: Readonly<Record<string, number | undefined>>,
): string {
  const rows = Object.entries(counts).flatMap(([name, amount = 0]) => (amount > 0 ? [[name, amount] as const] : []));
  if (rows.length === 0) return '';
  rows.sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  const cells = rows
    .slice(0, MOST_ROWS)
    .map(
      ([name, amount]) =>
        `<tr><th scope="row"><code>${escapeHtml(name, 200)}</code></th><td class="number">${amount}</td></tr>`,
    );
  const head = `<thead><tr><th scope="col">${what}</th><th scope="col" class="number">${unit}</th></tr></thead>`;
  const table = `<table><caption class="hidden">${title}</caption>${head}<tbody>${cells.join('')}</tbody></table>`;
  return `<details><summary>${title}: ${rows.length}</summary>${table}${renderLeftOut(Math.max(0, rows.length - MOST_ROWS), 'of these')}</details>`;
}

function renderProvenance({ before, after, policy, rulePack, engine, asOf }: Report): string {
  const sources = policy.sources.map(({ file, id }) => `${file} at ${id}`);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Before', before.length === 0 ? ['nothing'] : before],
    ['After', [after]],
    ['Policy', sources.length === 0 ? ['defaults'] : sources],
    ['Mode', [policy.mode]],
    ['Rules', [rulePack]],
    ['Engine', [engine]],
    ['Waivers judged on', [asOf]],
  ];
  const cells = rows.map(([name, values]) => {
    const shown = values.slice(0, MOST_ROWS).map((value) => escapeHtml(value));
    return `<tr><th scope="row">${name}</th><td>${shown.join('<br>')}</td></tr>`;
  });
  return `<table class="facts"><caption class="hidden">What this report was made from</caption><tbody>${cells.join('')}</tbody></table>`;
}
