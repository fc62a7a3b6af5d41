/** The list an author works through: what blocks, where, and the smallest change that passes. */
import type { ReportedProblem } from '../../model/report.ts';
import { describeFinding } from '../describe-finding.ts';
import { describeOthers } from '../describe-others.ts';
import type { ShownChange } from '../group-changes.ts';
import { makeVisible } from '../make-visible.ts';
import { type MergedProblem, mergeRepeated } from '../merge-repeated.ts';
import { escapeCode } from './escape-code.ts';
import { escapeText } from './escape-text.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderPlace } from './render-place.ts';

/** Numbered items, the first `limit` of them, and a line for the rest. */
export function renderFixes(
  changes: readonly ShownChange[],
  problems: readonly ReportedProblem[],
  limit: number,
  options: MarkdownOptions,
): readonly string[] {
  const items = [
    ...changes.map((shown) => () => renderChange(shown, options)),
    ...mergeRepeated(problems).map((merged) => () => renderProblem(merged, options)),
  ];
  if (items.length === 0) return [];
  const shown = items.slice(0, limit).flatMap((render, index) => {
    const [first = '', ...rest] = render();
    return [`${index + 1}. ${first}`, ...rest.map((line) => (line === '' ? '' : `   ${line}`))];
  });
  const more = items.length > limit ? ['', `And ${items.length - limit} more, in the full report.`] : [];
  const title = options.mode === 'change' ? 'To fix before merging' : 'To fix';
  return ['', `**${title}**`, '', ...shown, ...more];
}

function renderChange({ change, finding }: ShownChange, options: MarkdownOptions): readonly string[] {
  const lines = [
    `${renderPlace(finding.anchor, options.link)} **${escapeText(describeFinding(finding))}** · ${finding.severity} · \`${finding.id}\``,
  ];
  if (change.regression) lines.push('This held before and does not, or is not known to, any more.');
  if (finding.openReasons.length > 0) {
    const unknown = finding.openReasons.map(({ subject, reason }) => `${escapeText(subject)} (${reason})`);
    lines.push(`Not known: ${unknown.join(', ')}.`);
  }
  const rule = options.rule(finding.ruleId, finding.anchor.path);
  if (rule !== undefined) lines.push(...renderProse(rule.why), ...renderFix(rule.fix));
  return lines;
}

function renderProblem({ problem, alsoAt }: MergedProblem, options: MarkdownOptions): readonly string[] {
  const place = renderPlace(problem.location, () => undefined);
  const why = options.mode === 'change' ? 'Changed, and could not be evaluated' : 'Could not be evaluated';
  const hint = problem.hint === undefined ? [] : [escapeText(problem.hint)];
  return [`${place} **${escapeText(problem.message)}**${describeOthers(alsoAt)} · ${why}.`, ...hint];
}

/** The rule's own words on one line; what stands between backticks there is code here. */
function renderProse(prose: string): readonly string[] {
  const text = prose.trim().replace(/\s*\n\s*/g, ' ');
  if (text === '') return [];
  const pieces = text.split('`').map((piece, index, all) => {
    const isCode = index % 2 === 1 && index < all.length - 1;
    if (isCode) return escapeCode(piece);
    return piece.trim() === '' ? piece : piece.replace(/\S(?:.*\S)?/, (words) => escapeText(words, 2000));
  });
  return [pieces.join('')];
}

/** A fix of one line is prose or code in the rule's words; of several lines it is a block, kept as written. */
function renderFix(fix: string): readonly string[] {
  const lines = fix.trim().split('\n');
  if (lines.length === 1) return renderProse(fix);
  const longest = (fix.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return ['', fence, ...lines.map((line) => makeVisible(line.replaceAll('\t', '  '), 1000)), fence];
}
