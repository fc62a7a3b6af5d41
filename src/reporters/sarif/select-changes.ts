/** Which findings go into a run, the most important first, and how many had to stay outside. Decides nothing else. */
import type { FindingChange } from '../../model/change.ts';
import type { Finding } from '../../model/finding.ts';
import type { Severity } from '../../model/rule-result.ts';
import type { SarifOptions } from './sarif-options.ts';

export interface SelectedChange {
  readonly change: FindingChange;
  readonly finding: Finding;
}

export interface Selection {
  readonly selected: readonly SelectedChange[];
  /** Beyond `maxResults`. */
  readonly cut: number;
  /** Not for this reader: fixed or waived. */
  readonly notForReader: number;
}

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** What blocks first, then what is new, known, waived, fixed; by severity, then in the order of the report. */
export function selectChanges(
  changes: readonly FindingChange[],
  { audience, maxResults }: Pick<SarifOptions, 'audience' | 'maxResults'>,
): Selection {
  const all = changes.flatMap((change) => {
    const finding = change.after ?? change.before;
    return finding === undefined ? [] : [{ change, finding, rank: rankOf(change, finding) }];
  });
  const open = audience === 'file' ? all : all.filter(({ change }) => isOpen(change));
  const ordered = open.toSorted((one, other) => one.rank - other.rank);
  return {
    selected: ordered.slice(0, maxResults).map(({ change, finding }) => ({ change, finding })),
    cut: Math.max(0, open.length - maxResults),
    notForReader: all.length - open.length,
  };
}

function isOpen({ baselineState, decision }: FindingChange): boolean {
  return baselineState !== 'absent' && decision !== 'waived';
}

function rankOf(change: FindingChange, { severity }: Finding): number {
  return groupOf(change) * SEVERITIES.length + SEVERITIES.indexOf(severity);
}

function groupOf({ blocks, decision, baselineState }: FindingChange): number {
  if (blocks) return 0;
  if (baselineState === 'absent') return 4;
  if (decision === 'waived') return 3;
  return baselineState === 'unchanged' ? 2 : 1;
}
