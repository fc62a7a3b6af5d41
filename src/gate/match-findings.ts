/**
 * Pairs the findings of two sides as multisets: one before absorbs at most one after. Knows no files and no renames;
 * the key function decides what counts as the same.
 */
import type { Finding } from '../model/finding.ts';

export interface FindingPair {
  readonly before: Finding;
  readonly after: Finding;
}

export interface FindingMatch {
  readonly pairs: readonly FindingPair[];
  readonly onlyBefore: readonly Finding[];
  readonly onlyAfter: readonly Finding[];
}

/** Pairs findings of equal key, those with equal evidence first. Order of the inputs does not matter to who pairs. */
export function matchFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  keyOf: (finding: Finding) => string,
): FindingMatch {
  const pool = new Map<string, Finding[]>();
  for (const finding of before) pool.set(keyOf(finding), [...(pool.get(keyOf(finding)) ?? []), finding]);
  const pairs: FindingPair[] = [];
  const waiting: Finding[] = [];
  const take = (finding: Finding, accepts: (candidate: Finding) => boolean): boolean => {
    const candidates = pool.get(keyOf(finding)) ?? [];
    const index = candidates.findIndex(accepts);
    const [taken] = index === -1 ? [] : candidates.splice(index, 1);
    if (taken !== undefined) pairs.push({ before: taken, after: finding });
    return taken !== undefined;
  };
  for (const finding of after) {
    if (!take(finding, (candidate) => hasEqualEvidence(candidate, finding))) waiting.push(finding);
  }
  const onlyAfter = waiting.filter((finding) => !take(finding, () => true));
  return { pairs, onlyBefore: [...pool.values()].flat(), onlyAfter };
}

function hasEqualEvidence(a: Finding, b: Finding): boolean {
  return a.evidence.hash === b.evidence.hash && a.outcome === b.outcome;
}
