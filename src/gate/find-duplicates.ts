/** Findings that share an identity: matched as a multiset, but said, because one may hide behind the other. */
import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';

/** One note a fingerprint that stands for several findings with different evidence. */
export function findDuplicates(findings: readonly Finding[]): readonly Problem[] {
  const seen = new Map<string, Finding[]>();
  for (const finding of findings) seen.set(finding.fingerprint, [...(seen.get(finding.fingerprint) ?? []), finding]);
  return [...seen.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || new Set(group.map((finding) => finding.evidence.hash)).size < 2) return [];
    return [
      {
        code: 'duplicate-finding',
        effect: 'note',
        message: `${group.length} findings of ${first.ruleId} on ${first.address} share one identity`,
        location: { path: first.anchor.path, range: first.anchor.range },
        unit: first.unit,
        address: first.address,
      },
    ];
  });
}
