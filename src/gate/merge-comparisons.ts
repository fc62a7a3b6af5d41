/**
 * Joins the comparisons with several befores (criss-cross merge bases): new against any of them is new.
 */
import type { BaselineState } from '../model/change.ts';
import type { ComparedFinding } from './compare-sides.ts';

const RANK: Readonly<Record<BaselineState, number>> = { absent: 0, unchanged: 1, updated: 2, new: 3 };

/** One list out of one per before. What is fixed counts only when it is fixed against every before. */
export function mergeComparisons(comparisons: readonly (readonly ComparedFinding[])[]): readonly ComparedFinding[] {
  const [first, ...others] = comparisons;
  if (first === undefined || others.length === 0) return first ?? [];
  const worst = new Map<string, ComparedFinding[]>();
  for (const comparison of comparisons) {
    for (const [key, items] of groupByResult(comparison)) {
      const known = worst.get(key);
      worst.set(key, known === undefined ? items : keepWorse(known, items));
    }
  }
  const fixedEverywhere = first.filter(
    (item) => item.after === undefined && others.every((other) => other.some((twin) => isSameFix(item, twin))),
  );
  return [...[...worst.values()].flat(), ...fixedEverywhere];
}

/** The head's results are the same list in every comparison, so rule, place and evidence identify one of them. */
function groupByResult(comparison: readonly ComparedFinding[]): Map<string, ComparedFinding[]> {
  const groups = new Map<string, ComparedFinding[]>();
  for (const item of comparison) {
    const { after } = item;
    if (after === undefined) continue;
    const { anchor } = after;
    const key = JSON.stringify([after.ruleId, after.environment, after.address, after.discriminator, anchor]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function keepWorse(known: ComparedFinding[], items: ComparedFinding[]): ComparedFinding[] {
  return known.map((item, index) => {
    const other = items[index];
    return other && RANK[other.baselineState] > RANK[item.baselineState] ? other : item;
  });
}

function isSameFix(item: ComparedFinding, twin: ComparedFinding): boolean {
  return twin.after === undefined && twin.before?.fingerprint === item.before?.fingerprint;
}
