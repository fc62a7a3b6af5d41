/** One problem, with its place, and what would make it go away. */
import { describeOthers } from '../describe-others.ts';
import type { MergedProblem } from '../merge-repeated.ts';
import { escapeHtml } from './escape-html.ts';
import { renderPlace } from './render-place.ts';

/** A list item. */
export function renderProblem({ problem, alsoAt }: MergedProblem): string {
  const { code, side, message, hint, location } = problem;
  const where = side === 'after' ? '' : ` (${side})`;
  const advice = hint === undefined ? '' : `<br>${escapeHtml(hint, 500)}`;
  return `<li>${renderPlace(location, () => undefined)}${where} ${escapeHtml(message, 500)}${describeOthers(alsoAt)} <span class="id">${code}</span>${advice}</li>`;
}
