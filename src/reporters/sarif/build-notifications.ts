/** What was not evaluated, and what this file leaves out, as SARIF notifications. Never fewer words than problems. */
import type { Report, ReportedProblem } from '../../model/report.ts';
import { describeOthers } from '../describe-others.ts';
import { describeProblem } from '../describe-problem.ts';
import { type MergedProblem, mergeRepeated } from '../merge-repeated.ts';
import { buildLocation } from './build-location.ts';
import { plainMessage } from './plain-message.ts';
import type { SarifDescriptor, SarifLevel, SarifNotification } from './sarif-log.ts';
import type { SarifOptions } from './sarif-options.ts';
import type { Selection } from './select-changes.ts';

export interface Notifications {
  /** What the notifications are about, sorted by id. */
  readonly descriptors: readonly SarifDescriptor[];
  readonly execution: readonly SarifNotification[];
  /** Trouble with policy. */
  readonly configuration: readonly SarifNotification[];
}

const MOST = 1000;

/** Problems that say the same of one file are one notification; what blocks comes first. */
export function buildNotifications(report: Report, selection: Selection, options: SarifOptions): Notifications {
  const blockingFirst = report.problems.toSorted((one, other) => Number(other.blocks) - Number(one.blocks));
  const merged = mergeRepeated(blockingFirst);
  const codes = [...new Set(merged.slice(0, MOST).map(({ problem }) => problem.code))].sort();
  const notify = (each: MergedProblem): SarifNotification =>
    buildNotification(each, codes.indexOf(each.problem.code), options);
  const isPolicy = ({ problem }: MergedProblem): boolean => problem.side === 'policy';
  const shown = merged.slice(0, MOST);
  return {
    descriptors: codes.map(buildDescriptor),
    execution: [
      ...describeLimits(selection, merged.length - shown.length),
      ...shown.filter((each) => !isPolicy(each)).map(notify),
    ],
    configuration: shown.filter(isPolicy).map(notify),
  };
}

function buildDescriptor(code: ReportedProblem['code']): SarifDescriptor {
  const { meaning, action } = describeProblem(code);
  return { id: code, shortDescription: { text: meaning }, help: { text: action } };
}

function buildNotification(
  { problem, alsoAt }: MergedProblem,
  index: number,
  options: Pick<SarifOptions, 'base'>,
): SarifNotification {
  const { code, message, hint, location, side } = problem;
  const advice = hint === undefined ? '' : ` ${plainMessage(hint)}`;
  // Policy is not part of the tree, so its places are told, not pointed at.
  const place = location && side === 'policy' ? ` (${plainMessage(location.path)}:${location.range.startLine})` : '';
  return {
    descriptor: { id: code, index },
    level: levelOf(problem),
    message: { text: `${plainMessage(message)}${place}${describeOthers(alsoAt)}.${advice}` },
    ...(location === undefined || side === 'policy' ? {} : { locations: [buildLocation(location, options)] }),
    properties: { side, effect: problem.effect, blocks: problem.blocks, inputChanged: problem.inputChanged },
  };
}

function levelOf({ blocks, effect }: ReportedProblem): SarifLevel {
  if (blocks) return 'error';
  return effect === 'note' ? 'note' : 'warning';
}

function describeLimits({ selected, cut, notForReader }: Selection, problems: number): readonly SarifNotification[] {
  const note = (level: SarifLevel, text: string): SarifNotification => ({ level, message: { text } });
  return [
    ...(cut === 0
      ? []
      : [
          note(
            'warning',
            `Only ${selected.length} of ${selected.length + cut} findings are listed, the most important first; the report in JSON lists all.`,
          ),
        ]),
    ...(problems === 0
      ? []
      : [note('warning', `${problems} more problems are not listed here; the report in JSON lists all.`)]),
    ...(notForReader === 0
      ? []
      : [
          note(
            'note',
            `${notForReader} findings are fixed or accepted by a waiver, and are left out so that their alerts close.`,
          ),
        ]),
  ];
}
