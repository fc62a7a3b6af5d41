/** One finding that blocks: where, what is true, the source, why it matters, the smallest fix, and its evidence. */
import { type FactDifference, describeDifference } from '../describe-difference.ts';
import { describeFinding } from '../describe-finding.ts';
import { describeRegression } from '../describe-regression.ts';
import type { ShownChange } from '../group-changes.ts';
import { escapeHtml } from './escape-html.ts';
import type { Page } from './page.ts';
import { renderCode } from './render-code.ts';
import { renderFacts } from './render-facts.ts';
import { renderPatch } from './render-patch.ts';
import { renderPlace } from './render-place.ts';
import { renderProse } from './render-prose.ts';
import { renderSource } from './render-source.ts';

/** An article under a heading of its own. */
export function renderFinding(shown: ShownChange, page: Page): string {
  const { change, finding } = shown;
  const { options, excerpt, level } = page;
  const id = page.id(/^TD-[0-9A-Z]+$/.test(finding.id) ? finding.id : 'finding');
  const tag = `h${level + 2}`;
  const rule = options.rule(finding.ruleId, finding.anchor.path);
  const updated = change.baselineState === 'updated' ? ', updated' : '';
  const state = `${updated}${finding.outcome === 'open' ? ', not decided' : ''}`;
  const regression = describeRegression(change, finding);
  const removed = finding.anchor.side === 'before' ? ' (before this change)' : '';
  return [
    `<article id="${id}" aria-labelledby="${id}-title">`,
    `<${tag} id="${id}-title">${escapeHtml(describeFinding(finding), 500)}</${tag}>`,
    `<p class="meta"><span class="severity ${finding.severity}">${finding.severity}${state}</span> ${renderPlace(finding.anchor, options.link)}${removed} <span class="id">${escapeHtml(finding.id)}</span></p>`,
    renderSource(finding.anchor, excerpt),
    ...(regression === undefined ? [] : [`<p>${regression}</p>`]),
    ...renderUnknown(shown),
    renderDifference(describeDifference(change)),
    ...(rule === undefined || rule.why.trim() === '' ? [] : [`<p><b>Why</b> ${renderProse(rule.why)}</p>`]),
    renderFix(shown, rule?.fix ?? '', page),
    renderFacts(shown),
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function renderUnknown({ finding }: ShownChange): readonly string[] {
  if (finding.openReasons.length === 0) return [];
  const unknown = finding.openReasons
    .slice(0, 10)
    .map(({ subject, reason }) => `<code>${escapeHtml(subject)}</code> (${reason})`);
  return [`<p><b>Not known</b> ${unknown.join(', ')}</p>`];
}

/** Of an updated finding: which facts are others now. */
function renderDifference(differences: readonly FactDifference[]): string {
  if (differences.length === 0) return '';
  const show = (value: string | undefined): string =>
    value === undefined ? 'not set' : `<code>${escapeHtml(value)}</code>`;
  const items = differences
    .slice(0, 10)
    .map(({ fact, before, after }) => `<li>${escapeHtml(fact)}: ${show(before)}, now ${show(after)}</li>`);
  const more = differences.length > 10 ? `<li>and ${differences.length - 10} more</li>` : '';
  return `<p><b>What changed</b></p><ul class="items">${items.join('')}${more}</ul>`;
}

/** The mechanical fix where there is one; else the rule's words, which are code where they have several lines. */
function renderFix({ change }: ShownChange, fix: string, { excerpt }: Page): string {
  if (change.patch !== undefined) return `<div class="fix"><b>Fix</b>${renderPatch(change.patch, excerpt)}</div>`;
  const lines = fix.trim().split('\n');
  if (lines.length === 1) return fix.trim() === '' ? '' : `<p class="fix"><b>Fix</b> ${renderProse(fix)}</p>`;
  return `<div class="fix"><b>Fix</b>${renderCode(lines.slice(0, 60).map((text) => ({ margin: '', text })))}</div>`;
}
