/**
 * The summary a pull request gets: verdict and reason, what to fix and where, what moved; everything else folds away.
 * Always fits where it is posted: a comment that is too long would be no comment. Everything named is escaped.
 */
import type { Report } from '../../model/report.ts';
import type { AnyVerdict } from '../../model/verdict.ts';
import { describeCounts } from '../describe-counts.ts';
import { describeObservation } from '../describe-observation.ts';
import { describePolicyTrouble } from '../describe-policy-trouble.ts';
import { describeVerdict } from '../describe-verdict.ts';
import { type GroupedChanges, groupChanges } from '../group-changes.ts';
import { groupRootCauses, type RootCause } from '../group-root-causes.ts';
import { escapeText } from './escape-text.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderDetails } from './render-details.ts';
import { renderFooter } from './render-footer.ts';
import { renderFixes } from './render-fixes.ts';
import { renderMoved } from './render-moved.ts';

/** Items per list other than what blocks, tried from the most: what blocks is cut last. */
const LIMITS = [100, 20, 5, 1, 0] as const;

/** GitHub Flavored Markdown of at most `options.maxLength` characters, ending in a newline. */
export function markdownReport(report: Report, options: MarkdownOptions): string {
  const changes = groupChanges(report);
  const groups: Grouped = { ...changes, causes: groupRootCauses(changes.blocking) };
  // An item takes more than twenty characters, so what is beyond that number is not even tried.
  const blockers = Math.min(groups.causes.length + groups.blockingProblems.length, Math.ceil(options.maxLength / 20));
  for (const others of LIMITS) {
    const text = render(report, groups, { blockers, others }, options);
    if (text.length <= options.maxLength) return text;
  }
  const fitting = mostFitting(
    blockers,
    (amount) => render(report, groups, { blockers: amount, others: 0 }, options),
    options,
  );
  // A mark takes at most eight characters once it is escaped.
  const room = Math.max(1, Math.floor((options.maxLength - 200) / 8));
  return fitting ?? `${heading(report, groups, options.mode, Math.min(300, room))}\n\n${describeCounts(groups)}\n`;
}

/** Halves the range until the number that still fits is found; undefined where not even none fits. */
function mostFitting(
  blockers: number,
  renderWith: (amount: number) => string,
  { maxLength }: MarkdownOptions,
): string | undefined {
  let [low, high] = [0, blockers];
  let best: string | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const text = renderWith(middle);
    if (text.length <= maxLength) {
      best = text;
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
}

/** What blocks, by what is to be fixed. */
interface Grouped extends GroupedChanges {
  readonly causes: readonly RootCause[];
}

interface Limits {
  readonly blockers: number;
  readonly others: number;
}

function render(report: Report, groups: Grouped, limits: Limits, options: MarkdownOptions): string {
  const trouble = describePolicyTrouble(groups);
  const observation = describeObservation(report.verdict);
  const lines = [
    heading(report, groups, options.mode),
    '',
    describeCounts(groups),
    ...(observation === undefined ? [] : ['', observation]),
    ...(trouble === undefined ? [] : ['', `**${escapeText(trouble)}**`]),
    ...renderFixes(groups.causes, groups.blockingProblems, limits.blockers, options),
    ...(options.mode === 'change' ? renderMoved(groups, limits.others) : []),
    ...renderDetails(report, groups, limits.others, options),
    '',
    renderFooter(report, options),
  ];
  return `${lines.join('\n')}\n`;
}

/** What blocks first is the reason; the numbers are in the next line. */
function heading({ verdict }: Report, groups: GroupedChanges, mode: MarkdownOptions['mode'], length = 300): string {
  const start = `### Threatdiff: ${mode === 'change' ? verdictWord(verdict) : describeVerdict(verdict)}.`;
  const [first] = groups.blocking;
  if (first === undefined || !('blocking' in verdict)) return `${start} ${escapeText(verdict.reason, length)}`;
  const others = groups.blocking.length + groups.blockingProblems.length - 1;
  return `${start} ${escapeText(first.finding.message, length)}${others > 0 ? `, and ${others} more` : ''}`;
}

/** In the words of who wants to merge. */
function verdictWord(verdict: AnyVerdict): string {
  if ('noVerdict' in verdict || verdict.conclusion === 'in_progress') return describeVerdict(verdict);
  const word = (verdict.wouldBe ?? verdict.conclusion) === 'success' ? 'passed' : 'blocked';
  if (verdict.observation !== undefined) return `observing, would have ${word}`;
  return verdict.conclusion === 'neutral' ? `monitor mode, would be ${word}` : word;
}
