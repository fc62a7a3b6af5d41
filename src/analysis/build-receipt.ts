/** What was looked at on one side, counted. Sorted keys, so that equal runs give equal bytes. */
import type { Problem } from '../model/problem.ts';
import type { SideReceipt } from '../model/receipt.ts';
import type { Resource } from '../model/resource.ts';
import type { EvaluatedUnit } from '../model/unit.ts';
import { countUnresolved } from './count-unresolved.ts';

export interface ReceiptInput {
  readonly entries: number;
  readonly ignored: number;
  readonly understood: ReadonlyMap<string, string>;
  readonly units: readonly EvaluatedUnit[];
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
  readonly ruleOutcomes: SideReceipt['ruleOutcomes'];
}

/** The receipt of one side. */
export function buildReceipt(input: ReceiptInput): SideReceipt {
  const unmapped = new Map<string, number>();
  for (const unit of input.units) {
    for (const [type, count] of unit.unmapped) unmapped.set(type, (unmapped.get(type) ?? 0) + count);
  }
  return {
    entries: input.entries,
    ignored: input.ignored,
    filesRead: countBy([...input.understood.values()]),
    units: input.units.length,
    resources: input.resources.length,
    resourcesByKind: countBy(input.resources.map((resource) => resource.kind)),
    unmappedTypes: sorted(unmapped),
    unresolvedByReason: countUnresolved(input.resources),
    problemsByCode: countBy(input.problems.map((problem) => problem.code)),
    ruleOutcomes: input.ruleOutcomes,
  };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return sorted(counts);
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
