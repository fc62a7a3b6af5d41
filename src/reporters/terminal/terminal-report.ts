/**
 * The report for a terminal: verdict, what blocks with its source, what to look at, what was fixed, what was not
 * evaluated, and the receipt. Everything that comes from the pull request is made visible first.
 */
import type { Report } from '../../model/report.ts';
import { describeAssumption } from '../describe-assumption.ts';
import { describeCounts } from '../describe-counts.ts';
import { describeFinding } from '../describe-finding.ts';
import { describeObservation } from '../describe-observation.ts';
import { describeOthers } from '../describe-others.ts';
import { describePlace } from '../describe-place.ts';
import { describePolicyTrouble } from '../describe-policy-trouble.ts';
import { describeReceipt } from '../describe-receipt.ts';
import { describeVerdict } from '../describe-verdict.ts';
import { type GroupedChanges, groupChanges, type ShownChange } from '../group-changes.ts';
import { makeVisible } from '../make-visible.ts';
import { type MergedProblem, mergeRepeated } from '../merge-repeated.ts';
import { withoutWorkflowCommands } from '../without-workflow-commands.ts';
import { type Paint, paint } from './paint.ts';
import { renderFinding } from './render-finding.ts';
import type { TerminalOptions } from './terminal-options.ts';

interface Page {
  readonly options: TerminalOptions;
  readonly painted: (kind: Paint, text: string) => string;
}

/** Text for a terminal, ending in a newline. */
export function terminalReport(report: Report, options: TerminalOptions): string {
  const page: Page = { options, painted: paint(options.colour) };
  const groups = groupChanges(report);
  const lines = [...renderVerdict(report, groups, page), ...renderBlocking(groups, page)];
  if (!options.quiet) lines.push(...renderRest(groups, page), ...renderReceipt(report, page));
  return `${withoutWorkflowCommands(lines.join('\n'))}\n`;
}

function renderVerdict(report: Report, groups: GroupedChanges, { painted }: Page): readonly string[] {
  const passed = report.verdict.conclusion === 'success';
  const waiting = report.verdict.conclusion === 'neutral' || report.verdict.conclusion === 'in_progress';
  const colour = passed ? 'green' : waiting ? 'yellow' : 'red';
  const verdict = painted(colour, painted('bold', describeVerdict(report.verdict)));
  const trouble = describePolicyTrouble(groups);
  const observation = describeObservation(report.verdict);
  return [
    `Threatdiff: ${verdict}. ${makeVisible(report.verdict.reason, 1000)}`,
    describeCounts(groups),
    ...(observation === undefined ? [] : [painted('yellow', observation)]),
    ...(trouble === undefined ? [] : [painted('yellow', makeVisible(trouble, 1000))]),
  ];
}

function renderBlocking(groups: GroupedChanges, page: Page): readonly string[] {
  const { options, painted } = page;
  const lines: string[] = [];
  if (groups.blocking.length > 0) {
    const title = options.mode === 'change' ? 'To fix before merging' : 'To fix';
    lines.push('', painted('bold', title));
    for (const shown of groups.blocking) lines.push('', ...renderFinding(shown, options, painted));
  }
  if (groups.blockingProblems.length > 0) {
    const why = options.mode === 'change' ? 'changed, and could not be evaluated' : 'could not be evaluated';
    lines.push('', painted('bold', `Fails the check: ${why}`));
    lines.push(...mergeRepeated(groups.blockingProblems).flatMap((merged) => renderProblem(merged, page)));
  }
  return lines;
}

function renderRest(groups: GroupedChanges, page: Page): readonly string[] {
  const lines: string[] = [];
  const section = (title: string, items: readonly string[]): void => {
    if (items.length > 0) lines.push('', page.painted('bold', title), ...items);
  };
  const list = (items: readonly ShownChange[]): readonly string[] => items.flatMap((item) => renderLine(item, page));
  section('To look at (does not block)', list(groups.toLookAt));
  section('Accepted by a waiver', list(groups.waived));
  section('Fixed', list(groups.fixed));
  if (page.options.mode === 'state') section('Known', list(groups.unchanged));
  section(
    'Not evaluated',
    mergeRepeated(groups.openProblems).flatMap((merged) => renderProblem(merged, page)),
  );
  section(
    'Notes',
    mergeRepeated(groups.notes).flatMap((merged) => renderProblem(merged, page)),
  );
  return lines;
}

function renderLine({ change, finding }: ShownChange, { painted }: Page): readonly string[] {
  const place = painted('dim', makeVisible(describePlace(finding.anchor)));
  const state = change.baselineState === 'updated' ? ', updated' : '';
  const open = finding.outcome === 'open' ? ', not decided' : '';
  const lines = [
    `  ${place} ${finding.severity}${state}${open} ${makeVisible(describeFinding(finding))} ${painted('dim', finding.id)}`,
  ];
  for (const { reason, subject } of finding.openReasons)
    lines.push(`    not known: ${makeVisible(subject)} (${reason})`);
  if (change.waiver) {
    const { owner, expires, reason } = change.waiver;
    lines.push(`    until ${makeVisible(expires)}, ${makeVisible(owner)}: ${makeVisible(reason)}`);
  }
  return lines;
}

function renderProblem({ problem, alsoAt }: MergedProblem, { painted }: Page): readonly string[] {
  const side = problem.side === 'after' ? '' : ` (${problem.side})`;
  const place = painted('dim', makeVisible(describePlace(problem.location)));
  const lines = [
    `  ${place}${side} ${makeVisible(problem.message)}${describeOthers(alsoAt)} ${painted('dim', problem.code)}`,
  ];
  if (problem.hint !== undefined) lines.push(`    ${makeVisible(problem.hint)}`);
  return lines;
}

function renderReceipt(report: Report, { painted }: Page): readonly string[] {
  const assumptions = report.receipt.assumptions.map(
    (assumption) => `  assumed: ${makeVisible(describeAssumption(assumption))}`,
  );
  const lines = describeReceipt(report).map((line) => painted('dim', `  ${makeVisible(line, 2000)}`));
  return ['', painted('bold', 'Looked at'), ...assumptions, ...lines];
}
