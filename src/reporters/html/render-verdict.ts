/** The first thing anybody reads: the verdict, its reason, the numbers, and trouble with policy. */
import type { Report } from '../../model/report.ts';
import { describeObservation } from '../describe-observation.ts';
import { describePolicyTrouble } from '../describe-policy-trouble.ts';
import { describeVerdict } from '../describe-verdict.ts';
import type { GroupedChanges } from '../group-changes.ts';
import { escapeHtml } from './escape-html.ts';
import type { Page } from './page.ts';

export interface Heading {
  /** What the report is about. */
  readonly about: string;
  readonly id: string;
}

/** Heading, reason and numbers. */
export function renderVerdict(report: Report, groups: GroupedChanges, page: Page, { about, id }: Heading): string {
  const { verdict } = report;
  const word = describeVerdict(verdict);
  const trouble = describePolicyTrouble(groups);
  const observation = describeObservation(verdict);
  const tag = `h${page.level}`;
  return [
    `<${tag} id="${id}">${escapeHtml(about)}: <span class="verdict ${colourOf(report)}">${escapeHtml(word)}</span></${tag}>`,
    `<p class="reason">${escapeHtml(verdict.reason, 1000)}</p>`,
    ...(observation === undefined ? [] : [`<p>${escapeHtml(observation, 1000)}</p>`]),
    ...(trouble === undefined ? [] : [`<p class="trouble">${escapeHtml(trouble, 1000)}</p>`]),
    `<ul class="counts">${countsOf(groups)
      .map(([amount, label]) => `<li><b>${amount}</b> ${label}</li>`)
      .join('')}</ul>`,
  ].join('\n');
}

function colourOf({ verdict }: Report): string {
  if (verdict.conclusion === 'success') return 'good';
  return verdict.conclusion === 'failure' ? 'bad' : 'waiting';
}

function countsOf(groups: GroupedChanges): readonly (readonly [number, string])[] {
  const counts = [
    [groups.blocking.length, 'blocking'],
    [groups.toLookAt.length, 'to look at'],
    [groups.fixed.length, 'fixed'],
    [groups.waived.length, 'waived'],
    [groups.unchanged.length, 'unchanged'],
    [groups.blockingProblems.length + groups.openProblems.length, 'not evaluated'],
  ] as const;
  const some = counts.filter(([amount]) => amount > 0);
  return some.length === 0 ? [[0, 'findings']] : some;
}
