/**
 * One check run for a commit that heads several pull requests or merge groups: the worst conclusion, each of them listed
 * with its own, and what each has to fix. A single one is shown as it is.
 */
import type { Report } from '../../model/report.ts';
import type { AnyVerdict } from '../../model/verdict.ts';
import { describeVerdict } from '../describe-verdict.ts';
import { escapeCode } from '../markdown/escape-code.ts';
import { escapeText } from '../markdown/escape-text.ts';
import type { CheckAnnotation } from './check-annotation.ts';
import type { CheckRunOptions } from './check-run-options.ts';
import { type CheckRunReport, checkRunReport } from './check-run-report.ts';
import { combineVerdicts } from './combine-verdicts.ts';
import { heldVerdict } from './held-verdict.ts';
import { verdictRank } from './verdict-rank.ts';

export interface JudgedChange {
  /** Undefined for a merge group. */
  readonly pullRequest: number | undefined;
  /** Branch it goes into, as GitHub names it. */
  readonly base: string;
  readonly report: Report;
  /** Its own addresses: what stands before differs between them. */
  readonly options: CheckRunOptions;
}

/** With a verdict that may be shown. */
interface Ranked extends JudgedChange {
  readonly verdict: AnyVerdict;
}

const LISTED = 50;
/** Those whose own summary follows the list; every pull request has its own in its comment. */
const DETAILED = 10;
const MAX_BYTES = 62_000;
const MAX_TEXT_BYTES = 65_535;
const MAX_ANNOTATIONS = 200;

/** The worst first; annotations that several of them have are there once. See CheckRunReport. */
export function combineCheckRuns(judged: readonly JudgedChange[]): CheckRunReport {
  const [only] = judged;
  if (only !== undefined && judged.length === 1) return checkRunReport(only.report, only.options);
  const ranked = judged.map((each): Ranked => ({ ...each, verdict: heldVerdict(each.report) }));
  ranked.sort((a, b) => verdictRank(a.verdict) - verdictRank(b.verdict));
  const worst = combineVerdicts(ranked.map(({ verdict }) => verdict));
  const head = renderList(ranked, worst);
  const shown = ranked.slice(0, LISTED);
  const detailed = shown.slice(0, DETAILED);
  const share = Math.floor((MAX_BYTES - Buffer.byteLength(head)) / Math.max(1, detailed.length)) - 500;
  const runs = shown.map(({ report, options }) => checkRunReport(report, { ...options, maxSummaryBytes: share }));
  const parts = detailed.map((each, index) => `---\n\n**${nameOf(each)}**\n\n${runs[index]?.summary ?? ''}`);
  const waiting = worst.conclusion === 'in_progress';
  const merged = mergeAnnotations(runs);
  const annotations = waiting ? [] : merged.slice(0, MAX_ANNOTATIONS);
  return {
    ...(waiting ? { status: 'in_progress' } : { status: 'completed', conclusion: conclusionOf(worst) }),
    title: titleOf(ranked, worst),
    summary: [head, ...parts].join('\n'),
    ...textOf(runs),
    annotations,
    notAnnotated: waiting ? 0 : runs.reduce((sum, run) => sum + run.notAnnotated, merged.length - annotations.length),
  };
}

function conclusionOf({ conclusion }: AnyVerdict): NonNullable<CheckRunReport['conclusion']> {
  return conclusion === 'in_progress' ? 'failure' : conclusion;
}

/** `failure for 1 of 2 pull requests with this commit: #12`. The numbers are GitHub's, so nothing needs an escape. */
function titleOf(ranked: readonly Ranked[], worst: AnyVerdict): string {
  const rank = verdictRank(worst);
  const [first, ...others] = ranked.filter(({ verdict }) => verdictRank(verdict) === rank);
  const numbers = [first, ...others]
    .slice(0, 5)
    .map((each) => (each?.pullRequest ? `#${each.pullRequest}` : 'a merge group'));
  const more = others.length > 4 ? ` and ${others.length - 4} more` : '';
  const word = describeVerdict(worst);
  if (first === undefined) return `${word}: nothing was judged`;
  return `${word} for ${others.length + 1} of ${ranked.length} with this commit: ${numbers.join(', ')}${more}`;
}

function renderList(ranked: readonly Ranked[], worst: AnyVerdict): string {
  const length = ranked.length > 10 ? 40 : 200;
  const items = ranked.slice(0, LISTED).map((each) => {
    return `- ${nameOf(each)}: ${describeVerdict(each.verdict)}. ${escapeText(each.verdict.reason, length)}`;
  });
  const more = ranked.length > LISTED ? [`- and ${ranked.length - LISTED} more, none of them worse`] : [];
  const intro = `This commit is judged ${ranked.length} times; the check shows the worst: ${describeVerdict(worst)}.`;
  return [intro, '', ...items, ...more, ''].join('\n');
}

function nameOf({ pullRequest, base }: JudgedChange): string {
  return `${pullRequest === undefined ? 'Merge group' : `#${pullRequest}`} into ${escapeCode(base, 100)}`;
}

/** Each of them as often as the one that has it most. */
function mergeAnnotations(runs: readonly CheckRunReport[]): readonly CheckAnnotation[] {
  const seen = new Set<string>();
  const merged: CheckAnnotation[] = [];
  for (const { annotations } of runs) {
    const own = annotations.map((annotation) => ({ annotation, key: JSON.stringify(annotation) }));
    merged.push(...own.filter(({ key }) => !seen.has(key)).map(({ annotation }) => annotation));
    for (const { key } of own) seen.add(key);
  }
  return merged.sort((a, b) => LEVELS.indexOf(a.annotation_level) - LEVELS.indexOf(b.annotation_level));
}

const LEVELS: readonly CheckAnnotation['annotation_level'][] = ['failure', 'warning', 'notice'];

/** The texts of the worst as far as they fit; each is a list that says itself how many it leaves out. */
function textOf(runs: readonly CheckRunReport[]): { readonly text?: string } {
  let text = '';
  for (const run of runs) {
    if (run.text === undefined) continue;
    if (Buffer.byteLength(text) + Buffer.byteLength(run.text) + 1 > MAX_TEXT_BYTES) break;
    text += `${run.text}\n`;
  }
  return text === '' ? {} : { text };
}
