/** The list an author works through: what blocks, where, and the smallest change that passes. Cut last of all lists. */
import type { GroupedChanges } from '../group-changes.ts';
import { mergeRepeated } from '../merge-repeated.ts';
import { fitItems } from './fit-items.ts';
import type { Page, Section } from './page.ts';
import { renderFinding } from './render-finding.ts';
import { renderLeftOut } from './render-left-out.ts';
import { renderProblem } from './render-problem.ts';

/** No section where nothing blocks. */
export function renderFixes({ blocking, blockingProblems }: GroupedChanges, page: Page): readonly Section[] {
  const sections: Section[] = [];
  const { mode } = page.options;
  if (blocking.length > 0) {
    const { html, left } = fitItems(blocking, (shown) => renderFinding(shown, page), page.room * 0.5);
    const title = mode === 'change' ? 'To fix before merging' : 'To fix';
    const all = `${html}\n${renderLeftOut(left, 'findings that block')}`;
    sections.push({ id: page.id('to-fix'), title, count: blocking.length, html: all });
  }
  if (blockingProblems.length > 0) {
    const merged = mergeRepeated(blockingProblems);
    const { html, left } = fitItems(merged, (each) => renderProblem(each), page.room * 0.1);
    const title = mode === 'change' ? 'Changed, and could not be evaluated' : 'Could not be evaluated';
    const all = `<p>Each of these fails the check by itself.</p>\n<ul class="items">\n${html}\n</ul>\n${renderLeftOut(left, 'problems')}`;
    sections.push({ id: page.id('not-evaluable'), title, count: blockingProblems.length, html: all });
  }
  return sections;
}
