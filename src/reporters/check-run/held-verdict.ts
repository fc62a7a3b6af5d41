/**
 * The verdict of a report as GitHub may be told it. GitHub lets neutral through, so only the mode that an administrator
 * chose may say it; anywhere else it is a mistake of ours and a failure.
 */
import type { Report } from '../../model/report.ts';
import type { AnyVerdict } from '../../model/verdict.ts';

export function heldVerdict({ verdict, policy }: Pick<Report, 'verdict' | 'policy'>): AnyVerdict {
  if (verdict.conclusion !== 'neutral' || policy.mode === 'monitor') return verdict;
  return { conclusion: 'failure', reason: 'a neutral verdict outside of monitor mode', noVerdict: true };
}
