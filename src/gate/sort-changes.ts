/** The order of a report: blockers first and never cut, then by severity, place, identity. Independent of input order. */
import type { FindingChange } from '../model/change.ts';
import type { Severity } from '../model/rule-result.ts';

const SEVERITY: Readonly<Record<Severity, number>> = { critical: 0, high: 1, medium: 2, low: 3, info: 4 };

/** A sorted copy. */
export function sortChanges(changes: readonly FindingChange[]): readonly FindingChange[] {
  return changes
    .map((change) => ({ change, key: keyOf(change) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ change }) => change);
}

function keyOf(change: FindingChange): string {
  const finding = change.after ?? change.before;
  if (finding === undefined) return '';
  const { path, range } = finding.anchor;
  return [
    change.blocks ? 0 : 1,
    SEVERITY[finding.severity],
    change.baselineState,
    path,
    String(range.startLine).padStart(9, '0'),
    String(range.startColumn).padStart(9, '0'),
    finding.ruleId,
    finding.fingerprint,
    finding.environment,
    finding.evidence.hash,
  ].join('\0');
}
