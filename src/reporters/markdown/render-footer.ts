/** The small print below a summary: which commits, which policy, where everything is. */
import type { Report } from '../../model/report.ts';
import { describeInputs } from '../describe-inputs.ts';
import { escapeCode } from './escape-code.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderAddress } from './render-address.ts';

/** One line. */
export function renderFooter(report: Report, { fullReport }: MarkdownOptions): string {
  const { before, after, policy } = describeInputs(report);
  const parts = [`before ${escapeCode(before)}`, `after ${escapeCode(after)}`, `policy ${escapeCode(policy)}`];
  const link = fullReport === undefined ? [] : [`[full report](${renderAddress(fullReport)})`];
  return `<sub>${[...parts, ...link].join(' · ')}</sub>`;
}
