/** What does not block: to look at, accepted by a waiver, fixed, known, not evaluated, notes. Long lists fold away. */
import { describeFinding } from '../describe-finding.ts';
import type { GroupedChanges, ShownChange } from '../group-changes.ts';
import { mergeRepeated } from '../merge-repeated.ts';
import { escapeHtml } from './escape-html.ts';
import { fitItems } from './fit-items.ts';
import type { Page, Section } from './page.ts';
import { renderLeftOut } from './render-left-out.ts';
import { renderPlace } from './render-place.ts';
import { renderProblem } from './render-problem.ts';

/** Items shown without unfolding. */
const SHORT = 10;

/** Sections in the order of reading; none for what there is nothing of. */
export function renderLists(groups: GroupedChanges, page: Page): readonly Section[] {
  const change = (shown: ShownChange): string => renderLine(shown, page);
  const isState = page.options.mode === 'state';
  return [
    ...list({ id: 'to-look-at', title: 'To look at', items: groups.toLookAt, render: change, share: 0.12 }, page),
    ...list({ id: 'fixed', title: 'Fixed', items: groups.fixed, render: change, share: 0.06 }, page),
    ...list({ id: 'waived', title: 'Accepted by a waiver', items: groups.waived, render: change, share: 0.06 }, page),
    ...(isState
      ? list({ id: 'known', title: 'Known', items: groups.unchanged, render: change, share: 0.05 }, page)
      : []),
    ...list(
      {
        id: 'not-evaluated',
        title: 'Not evaluated',
        items: mergeRepeated(groups.openProblems),
        render: renderProblem,
        share: 0.04,
      },
      page,
    ),
    ...list(
      { id: 'notes', title: 'Notes', items: mergeRepeated(groups.notes), render: renderProblem, share: 0.03 },
      page,
    ),
  ];
}

interface List<Item> {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
  readonly render: (item: Item) => string;
  /** Of the room of the page. */
  readonly share: number;
}

function list<Item>({ id, title, items, render, share }: List<Item>, page: Page): readonly Section[] {
  if (items.length === 0) return [];
  const { html, left } = fitItems(items, render, page.room * share);
  const body = `<ul class="items">\n${html}\n</ul>\n${renderLeftOut(left, 'of these')}`;
  const count = items.length === 1 ? '1 entry' : `${items.length} entries`;
  const folded = items.length <= SHORT ? body : `<details><summary>${count}</summary>\n${body}\n</details>`;
  return [{ id: page.id(id), title, count: items.length, html: folded }];
}

function renderLine({ change, finding }: ShownChange, page: Page): string {
  const notes = [
    ...(change.baselineState === 'updated' ? ['updated'] : []),
    ...(finding.outcome === 'open' ? ['not decided'] : []),
  ].map((note) => `, ${note}`);
  const unknown = finding.openReasons
    .slice(0, 3)
    .map(({ subject, reason }) => `<br>Not known: <code>${escapeHtml(subject, 200)}</code> (${reason})`);
  return `<li><span class="severity ${finding.severity}">${finding.severity}${notes.join('')}</span> ${renderPlace(finding.anchor, page.options.link)} ${escapeHtml(describeFinding(finding))} <span class="id">${escapeHtml(finding.id)}</span>${unknown.join('')}${renderWaiver(change.waiver)}</li>`;
}

function renderWaiver(waiver: ShownChange['change']['waiver']): string {
  if (waiver === undefined) return '';
  const { owner, expires, reason } = waiver;
  return `<br>Until ${escapeHtml(expires)}, ${escapeHtml(owner)}: ${escapeHtml(reason, 500)}`;
}
