/**
 * What one cause says in a review comment: what is true, why it matters here, where else, the fix, what was assumed, who
 * can accept it. Everything of the pull request is escaped and clipped.
 */
import type { ShownChange } from '../group-changes.ts';
import { describeAssumption } from '../describe-assumption.ts';
import { describeDifference } from '../describe-difference.ts';
import { describeFinding } from '../describe-finding.ts';
import { describeRegression } from '../describe-regression.ts';
import { firstSentences } from '../first-sentences.ts';
import { escapeCode } from '../markdown/escape-code.ts';
import { escapeText } from '../markdown/escape-text.ts';
import { renderOthers } from '../markdown/render-others.ts';
import { renderPlace } from '../markdown/render-place.ts';
import { renderProse } from '../markdown/render-prose.ts';
import type { RootCause } from '../group-root-causes.ts';
import { renderFix, type SuggestionShown } from './render-fix.ts';
import type { ReviewOptions } from './review-options.ts';

export interface CauseContext {
  readonly options: ReviewOptions;
  readonly mode: 'enforce' | 'monitor';
  /** The comment stands at another line than the finding. */
  readonly isElsewhere: boolean;
  readonly suggestion: SuggestionShown;
}

/** Characters of the reason, at least. */
const WHY_LENGTH = 120;
const FEW = 5;

/** Paragraphs of Markdown, without empty lines between them; the first says what, whether it blocks, and its id. */
export function renderCause(cause: RootCause, context: CauseContext): readonly string[] {
  const { change, finding } = cause.first;
  const { options, mode, isElsewhere, suggestion } = context;
  const blocks = mode === 'monitor' ? 'would block' : 'blocks';
  const place = isElsewhere ? `${whereWord(cause.first)} ${renderPlace(finding.anchor, options.link)}.` : '';
  const rule = options.rule(finding.ruleId, finding.anchor.path);
  const why = [
    place,
    describeRegression(change, finding) ?? '',
    renderDifference(cause.first),
    renderUnknown(cause.first),
    rule === undefined ? '' : renderProse(firstSentences(rule.why, WHY_LENGTH)),
  ];
  return [
    `**${escapeText(describeFinding(finding), 300)}** · ${blocks} · ${finding.severity} · \`${finding.id}\``,
    why.filter((part) => part !== '').join(' '),
    renderOthers(cause, options.link),
    renderFix(cause.first, rule?.fix ?? '', { suggestion, link: options.link }),
    renderAssumptions(cause.first),
    renderAcceptance(cause, options),
  ].filter((part) => part !== '');
}

function whereWord({ finding }: ShownChange): string {
  return finding.anchor.side === 'before' ? 'It stood at' : 'At';
}

/** `Changed: CidrIp 10.0.0.0/8 → 0.0.0.0/0.` */
function renderDifference({ change }: ShownChange): string {
  const differences = describeDifference(change);
  const code = (value: string | undefined): string => (value === undefined ? 'not set' : escapeCode(value, 80));
  const shown = differences.slice(0, FEW).map(({ fact, before, after }) => {
    return `${escapeCode(fact, 80)} ${code(before)} → ${code(after)}`;
  });
  const more = differences.length > FEW ? `, and ${differences.length - FEW} more` : '';
  return shown.length === 0 ? '' : `Changed: ${shown.join(', ')}${more}.`;
}

function renderUnknown({ finding }: ShownChange): string {
  const unknown = finding.openReasons.map(({ subject, reason }) => `${escapeCode(subject, 100)} (${reason})`);
  const more = unknown.length > FEW ? ` and ${unknown.length - FEW} more` : '';
  return unknown.length === 0 ? '' : `Not known: ${unknown.slice(0, FEW).join(', ')}${more}.`;
}

function renderAssumptions({ finding }: ShownChange): string {
  const known = [...new Set(finding.assumptions.map((each) => escapeText(describeAssumption(each), 120)))];
  const more = known.length > FEW ? ` and ${known.length - FEW} more` : '';
  return known.length === 0 ? '' : `Known from: ${known.slice(0, FEW).join(', ')}${more}.`;
}

/** What the waiver has to name, so that nobody needs to look it up. */
function renderAcceptance({ first, others }: RootCause, { acceptBy }: ReviewOptions): string {
  const { ruleId, unit, address, evidence } = first.finding;
  const who = acceptBy === undefined ? '' : `${escapeText(acceptBy, 100)} merges `;
  const names = [
    `rule ${escapeCode(ruleId, 100)}`,
    `unit ${escapeCode(unit, 200)}`,
    `address ${escapeCode(address, 200)}`,
    `evidence ${escapeCode(evidence.hash.slice(0, 12))}`,
  ];
  const each = others.length > 0 ? '; one for each address' : '';
  return `<sub>To accept the risk: ${who}a waiver in \`.github/threatdiff-waivers.yml\` on the default branch (${names.join(', ')}${each}).</sub>`;
}
