/**
 * The summary a pull request gets: verdict and reason, what to fix and where, what moved; everything else folds away.
 * Always fits where it is posted: a comment that is too long would be no comment. Everything named is escaped.
 */
import type { Report } from '../../model/report.ts';
import { describeCounts } from '../describe-counts.ts';
import { describeVerdict } from '../describe-verdict.ts';
import { type GroupedChanges, groupChanges } from '../group-changes.ts';
import { escapeText } from './escape-text.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderDetails } from './render-details.ts';
import { renderFixes } from './render-fixes.ts';
import { renderMoved } from './render-moved.ts';

/** Items per list, tried from the most; with none the text is a few hundred characters. */
const LIMITS = [100, 20, 5, 1, 0] as const;

/** GitHub Flavored Markdown of at most `options.maxLength` characters, ending in a newline. */
export function markdownReport(report: Report, options: MarkdownOptions): string {
  const groups = groupChanges(report);
  let text = '';
  for (const limit of LIMITS) {
    text = render(report, groups, limit, options);
    if (text.length <= options.maxLength) return text;
  }
  return `${heading(report)}\n\n${describeCounts(groups)}\n`;
}

function render(report: Report, groups: GroupedChanges, limit: number, options: MarkdownOptions): string {
  const lines = [
    heading(report),
    '',
    describeCounts(groups),
    ...renderFixes(groups.blocking, groups.blockingProblems, limit, options),
    ...(options.mode === 'change' ? renderMoved(groups, limit) : []),
    ...renderDetails(report, groups, limit, options),
  ];
  return `${lines.join('\n')}\n`;
}

function heading(report: Report): string {
  return `### Threatdiff: ${describeVerdict(report.verdict)}. ${escapeText(report.verdict.reason, 300)}`;
}
