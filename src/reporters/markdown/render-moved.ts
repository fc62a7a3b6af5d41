/** What moved, by unit: numbers in a table, for the reader who wants to know where before what. */
import type { GroupedChanges, ShownChange } from '../group-changes.ts';
import { escapeCodeCell } from './escape-code-cell.ts';

type Counted = 'blocking' | 'toLookAt' | 'fixed';

const LABELS: readonly (readonly [Counted, string])[] = [
  ['blocking', 'blocking'],
  ['toLookAt', 'to look at'],
  ['fixed', 'fixed'],
];

/** The table, or nothing where nothing moved. Units in the order of their paths, the first `limit` of them. */
export function renderMoved(groups: GroupedChanges, limit: number): readonly string[] {
  const units = new Map<string, Map<Counted, number>>();
  for (const [group] of LABELS) for (const shown of groups[group]) countIn(units, shown, group);
  const rows = [...units].sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return [];
  const cells = rows.slice(0, limit).map(([unit, counts]) => `| ${escapeCodeCell(unit)} | ${describe(counts)} |`);
  const more = rows.length > limit ? [`| and ${rows.length - limit} more | |`] : [];
  return ['', '**What moved**', '', '| unit | change |', '| --- | --- |', ...cells, ...more];
}

function countIn(units: Map<string, Map<Counted, number>>, { finding }: ShownChange, group: Counted): void {
  const counts = units.get(finding.unit) ?? new Map<Counted, number>();
  counts.set(group, (counts.get(group) ?? 0) + 1);
  units.set(finding.unit, counts);
}

function describe(counts: ReadonlyMap<Counted, number>): string {
  return LABELS.flatMap(([group, label]) => {
    const amount = counts.get(group);
    return amount === undefined ? [] : [`${amount} ${label}`];
  }).join(' · ');
}
