/**
 * What became of a finding that somebody was told of, by the report on the head. Unknown is never fixed: while a changed
 * input could not be evaluated, a finding that is not there is not gone.
 */
import type { FindingChange } from '../../model/change.ts';
import type { Report } from '../../model/report.ts';
import type { SettledState } from './review-thread.ts';

export type FindingFate = 'blocks' | 'unknown' | SettledState;

const ORDER: readonly FindingFate[] = ['blocks', 'shown', 'accepted'];

/** Of fingerprints. Several changes of one fingerprint have the worst fate among them. */
export function findingFates(report: Report): (fingerprint: string) => FindingFate {
  const fates = new Map<string, FindingFate>();
  for (const change of report.changes) {
    const finding = change.after ?? (change.blocks ? change.before : undefined);
    if (finding === undefined) continue;
    const { fingerprint } = finding;
    const known = fates.get(fingerprint);
    const fate = fateOf(change);
    if (known === undefined || ORDER.indexOf(fate) < ORDER.indexOf(known)) fates.set(fingerprint, fate);
  }
  const absent = isWhole(report) ? 'fixed' : 'unknown';
  return (fingerprint) => fates.get(fingerprint) ?? absent;
}

function fateOf({ blocks, decision }: FindingChange): FindingFate {
  if (blocks) return 'blocks';
  return decision === 'waived' ? 'accepted' : 'shown';
}

function isWhole({ verdict, problems }: Report): boolean {
  if ('noVerdict' in verdict) return false;
  return !problems.some(({ side, effect, inputChanged, blocks }) => {
    return side === 'after' && effect !== 'note' && (inputChanged || blocks);
  });
}
