/** The list an author works through: what blocks, where, and the smallest change that passes. */
import type { Patch } from '../../model/patch.ts';
import type { ReportedProblem } from '../../model/report.ts';
import { describeFinding } from '../describe-finding.ts';
import { describeOthers } from '../describe-others.ts';
import { describeRegression } from '../describe-regression.ts';
import { firstSentences } from '../first-sentences.ts';
import type { RootCause } from '../group-root-causes.ts';
import { type MergedProblem, mergeRepeated } from '../merge-repeated.ts';
import { escapeText } from './escape-text.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderAddress } from './render-address.ts';
import { renderOthers } from './render-others.ts';
import { renderPatch } from './render-patch.ts';
import { renderPlace } from './render-place.ts';
import { renderProse } from './render-prose.ts';
import { renderRuleFix } from './render-rule-fix.ts';

const MOST_UNKNOWN = 5;
/** Characters of the reason, at least; what follows the sentence they end in is in the comment. */
const WHY_LENGTH = 40;
/** Of a fix that is shown as its lines; a longer one is told in the rule's words. */
const MOST_FIX_LINES = 12;

/** Numbered items, the first `limit` of them, and a line for the rest. */
export function renderFixes(
  causes: readonly RootCause[],
  problems: readonly ReportedProblem[],
  limit: number,
  options: MarkdownOptions,
): readonly string[] {
  const items = [
    ...causes.map((cause) => () => renderCause(cause, options)),
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

/** Place and statement, one line of why it matters, the fix; everything longer is in the review comment. */
function renderCause(cause: RootCause, options: MarkdownOptions): readonly string[] {
  const { change, finding } = cause.first;
  const rule = options.rule(finding.ruleId, finding.anchor.path);
  const unknown = finding.openReasons
    .slice(0, MOST_UNKNOWN)
    .map(({ subject, reason }) => `${escapeText(subject)} (${reason})`);
  const why = [
    describeRegression(change, finding) ?? '',
    unknown.length > 0 ? `Not known: ${unknown.join(', ')}.` : '',
    rule === undefined ? '' : renderProse(firstSentences(rule.why, WHY_LENGTH)),
  ].filter((part) => part !== '');
  return [
    `${renderPlace(finding.anchor, options.link)} **${escapeText(describeFinding(finding))}** · ${finding.severity} · \`${finding.id}\``,
    ...[why.join(' '), renderOthers(cause, options.link)].filter((line) => line !== ''),
    ...renderFix(cause, rule?.fix ?? '', options),
  ];
}

/** The comment stands for a block, and beside a fix of one line; without one the lines themselves, where they are few. */
function renderFix(cause: RootCause, fix: string, options: MarkdownOptions): readonly string[] {
  const comment = renderComment(cause, options);
  const { patch } = cause.first.change;
  if (comment === undefined && patch !== undefined && countLines(patch) <= MOST_FIX_LINES)
    return renderPatch(patch, options.link);
  const lines = renderRuleFix(fix);
  if (comment === undefined) return lines;
  const [first = ''] = lines;
  return first === '' ? [`Fix: ${comment}.`] : [`${first.replace(/\.$/, '')} (${comment}).`];
}

function countLines({ edits }: Patch): number {
  return edits.reduce((sum, { lines }) => sum + lines.length, 0);
}

function renderComment({ first, others }: RootCause, { comments }: MarkdownOptions): string | undefined {
  const fingerprints = [first, ...others].flatMap((shown) => shown.fingerprints);
  const address = fingerprints.map((each) => comments?.get(each)).find((each) => each !== undefined);
  return address === undefined ? undefined : `[suggested](${renderAddress(address)})`;
}

function renderProblem({ problem, alsoAt }: MergedProblem, options: MarkdownOptions): readonly string[] {
  const place = renderPlace(problem.location, () => undefined);
  const why = options.mode === 'change' ? 'Changed, and could not be evaluated' : 'Could not be evaluated';
  const hint = problem.hint === undefined ? [] : [escapeText(problem.hint)];
  return [`${place} **${escapeText(problem.message)}**${describeOthers(alsoAt)} · ${why}.`, ...hint];
}
