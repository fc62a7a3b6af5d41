/** What folds away below the fixes: what to look at, what was fixed, what was not evaluated, assumptions, receipt. */
import type { Report } from '../../model/report.ts';
import { describeAssumption } from '../describe-assumption.ts';
import { describeFinding } from '../describe-finding.ts';
import { describeOthers } from '../describe-others.ts';
import { describeReceipt } from '../describe-receipt.ts';
import type { GroupedChanges, ShownChange } from '../group-changes.ts';
import { type MergedProblem, mergeRepeated } from '../merge-repeated.ts';
import { escapeText } from './escape-text.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderPlace } from './render-place.ts';

/** A folded block; its summary line counts what is in it. Lists stop at `limit` items and say how many follow. */
export function renderDetails(
  report: Report,
  groups: GroupedChanges,
  limit: number,
  options: MarkdownOptions,
): readonly string[] {
  const list = <Item>(title: string, items: readonly Item[], render: (item: Item) => string): readonly string[] =>
    renderList(title, items, render, limit);
  const change = (item: ShownChange): string => renderChange(item, options);
  return [
    '',
    `<details><summary>${summarize(report, groups)}</summary>`,
    ...list('To look at (does not block)', groups.toLookAt, change),
    ...list('Accepted by a waiver', groups.waived, change),
    ...list('Fixed', groups.fixed, change),
    ...(options.mode === 'state' ? list('Known', groups.unchanged, change) : []),
    ...list('Not evaluated', mergeRepeated(groups.openProblems), renderProblem),
    ...list('Notes', mergeRepeated(groups.notes), renderProblem),
    ...list('Assumptions', report.receipt.assumptions, (each) => `- ${escapeText(describeAssumption(each))}`),
    ...list('Looked at', describeReceipt(report), (line) => `- ${escapeText(line, 2000)}`),
    '',
    '</details>',
  ];
}

function summarize(report: Report, groups: GroupedChanges): string {
  const parts = [
    [groups.toLookAt.length, 'to look at'],
    [groups.waived.length, 'waived'],
    [groups.fixed.length, 'fixed'],
    [groups.openProblems.length, 'not evaluated'],
    [report.receipt.assumptions.length, report.receipt.assumptions.length === 1 ? 'assumption' : 'assumptions'],
  ] as const;
  const counted = parts.flatMap(([amount, what]) => (amount > 0 ? [`${amount} ${what}`] : []));
  return counted.length === 0 ? 'what was looked at' : counted.join(', ');
}

/** Renders only what is shown: there may be more by thousands. */
function renderList<Item>(
  title: string,
  items: readonly Item[],
  render: (item: Item) => string,
  limit: number,
): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length > limit ? [`- and ${items.length - limit} more, in the full report`] : [];
  return ['', `**${title}**`, '', ...items.slice(0, limit).map(render), ...more];
}

function renderChange({ change, finding }: ShownChange, options: MarkdownOptions): string {
  const notes = [
    finding.severity,
    ...(change.baselineState === 'updated' ? ['updated'] : []),
    ...(finding.outcome === 'open' ? ['not decided'] : []),
    `\`${finding.id}\``,
  ];
  const { waiver } = change;
  const waived = waiver
    ? `; until ${escapeText(waiver.expires)}, ${escapeText(waiver.owner)}: ${escapeText(waiver.reason)}`
    : '';
  return `- ${renderPlace(finding.anchor, options.link)} ${escapeText(describeFinding(finding))} (${notes.join(', ')})${waived}`;
}

function renderProblem({ problem, alsoAt }: MergedProblem): string {
  const place = renderPlace(problem.location, () => undefined);
  const side = problem.side === 'after' ? '' : ` (${problem.side})`;
  const hint = problem.hint === undefined ? '' : ` ${escapeText(problem.hint)}`;
  return `- ${place}${side} ${escapeText(problem.message)}${describeOthers(alsoAt)} (${problem.code}).${hint}`;
}
