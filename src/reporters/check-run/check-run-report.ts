/**
 * A report as a check run shows it: title with counts, summary, annotations on the lines of the head commit, and a text
 * for what has no line there. Pure; blockers come first everywhere and are cut last. Decides nothing: neutral is monitor
 * mode only, waiting is in_progress, no verdict is failure.
 */
import type { Report } from '../../model/report.ts';
import type { AnyVerdict } from '../../model/verdict.ts';
import { type GroupedChanges, groupChanges, type ShownChange } from '../group-changes.ts';
import { markdownReport } from '../markdown/markdown-report.ts';
import { mergeRepeated } from '../merge-repeated.ts';
import { annotateFinding } from './annotate-finding.ts';
import { annotateProblem } from './annotate-problem.ts';
import type { CheckAnnotation } from './check-annotation.ts';
import type { CheckRunOptions } from './check-run-options.ts';
import { checkRunTitle } from './check-run-title.ts';
import { fitBytes } from './fit-bytes.ts';
import { heldVerdict } from './held-verdict.ts';
import { renderUnannotated, type Unannotated } from './render-unannotated.ts';

export interface CheckRunReport {
  readonly status: 'in_progress' | 'completed';
  /** With `completed` only. */
  readonly conclusion?: 'success' | 'failure' | 'neutral';
  /** Plain text of at most 120 characters. */
  readonly title: string;
  /** Markdown; with `text` of at most 65,535 bytes each. */
  readonly summary: string;
  readonly text?: string;
  /** Blocking first; of the head commit only. None while waiting: GitHub adds annotations and never removes one. */
  readonly annotations: readonly CheckAnnotation[];
  /** Findings and problems that the bound left without annotation; the text lists them. */
  readonly notAnnotated: number;
}

const MAX_ANNOTATIONS = 200;
const MAX_TEXT_BYTES = 65_535;
/** Leaves room for what only the publisher knows: another app's check, annotations GitHub refused. */
const MAX_SUMMARY_BYTES = 62_000;

/** See CheckRunReport. Never throws; anything but a verdict that holds is no success. */
export function checkRunReport(report: Report, options: CheckRunOptions): CheckRunReport {
  const verdict = heldVerdict(report);
  const held = { ...report, verdict };
  const groups = groupChanges(report);
  const { maxAnnotations = MAX_ANNOTATIONS, maxSummaryBytes = MAX_SUMMARY_BYTES, rule, link } = options;
  const title = checkRunTitle(verdict, groups);
  const summary = fitBytes(
    (maxLength) => markdownReport(held, { rule, link, mode: 'change', maxLength }),
    maxSummaryBytes,
  );
  const concluded = conclude(verdict);
  if (concluded.status === 'in_progress') return { ...concluded, title, summary, annotations: [], notAnnotated: 0 };
  const { annotations, rest, cut } = annotate(groups, options, maxAnnotations);
  const text = renderUnannotated(rest, link, MAX_TEXT_BYTES);
  return { ...concluded, title, summary, ...(text === undefined ? {} : { text }), annotations, notAnnotated: cut };
}

function conclude(verdict: AnyVerdict): Pick<CheckRunReport, 'status' | 'conclusion'> {
  const { conclusion } = verdict;
  return conclusion === 'in_progress' ? { status: conclusion } : { status: 'completed', conclusion };
}

interface Annotated {
  readonly annotations: readonly CheckAnnotation[];
  readonly rest: readonly Unannotated[];
  readonly cut: number;
}

/** Every candidate in reading order: annotated while there is room, else listed. */
function annotate(groups: GroupedChanges, { rule }: CheckRunOptions, max: number): Annotated {
  const annotations: CheckAnnotation[] = [];
  const rest: Unannotated[] = [];
  let cut = 0;
  for (const { item, annotation } of candidates(groups, rule)) {
    if (annotation !== undefined && annotations.length < max) annotations.push(annotation);
    else rest.push(item);
    if (annotation !== undefined && annotations.at(-1) !== annotation) cut += 1;
  }
  return { annotations, rest, cut };
}

interface Candidate {
  readonly item: Unannotated;
  readonly annotation: CheckAnnotation | undefined;
}

function candidates(groups: GroupedChanges, rule: CheckRunOptions['rule']): readonly Candidate[] {
  type Level = CheckAnnotation['annotation_level'];
  const findings = (group: string, level: Level, changes: readonly ShownChange[]): readonly Candidate[] =>
    changes.map((shown) => ({ item: { group, shown }, annotation: annotateFinding(shown, level, rule) }));
  const problems = (group: string, level: Level, list: GroupedChanges['notes']): readonly Candidate[] =>
    mergeRepeated(list).map((merged) => ({ item: { group, merged }, annotation: annotateProblem(merged, level) }));
  // What a pull request did not touch is in the summary; on its lines it would read as a complaint about the change.
  const touched = groups.openProblems.filter(({ inputChanged, side }) => inputChanged || side === 'policy');
  const waived = groups.waived.filter(({ change }) => change.baselineState !== 'unchanged');
  return [
    ...findings('Blocks', 'failure', groups.blocking),
    ...problems('Blocks, not evaluated', 'failure', groups.blockingProblems),
    ...findings('To look at', 'warning', groups.toLookAt),
    ...problems('Not evaluated', 'warning', touched),
    ...findings('Accepted by a waiver', 'notice', waived),
    ...problems('Note', 'notice', groups.notes),
    ...findings('Fixed', 'notice', groups.fixed),
  ];
}
