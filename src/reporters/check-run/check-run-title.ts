/** The one line of a check run that everybody sees: the conclusion, what decided, and how much of it there is. */
import type { AnyVerdict, Verdict } from '../../model/verdict.ts';
import type { GroupedChanges } from '../group-changes.ts';
import { plainText } from './plain-text.ts';

const LONGEST = 120;

/** `failure: orders keeps messages unencrypted at rest (1 blocking)`; at most 120 characters. */
export function checkRunTitle(verdict: AnyVerdict, groups: GroupedChanges): string {
  if ('noVerdict' in verdict) return withCounts('no verdict: ', verdict.reason, '');
  if (verdict.conclusion === 'in_progress') return withCounts('waiting: ', verdict.reason, '');
  const monitored = verdict.conclusion === 'neutral';
  const concluded = monitored ? (verdict.wouldBe ?? 'failure') : verdict.conclusion;
  const start = monitored ? startOf(verdict, concluded) : `${concluded}: `;
  const first = groups.blocking[0]?.finding.message ?? groups.blockingProblems[0]?.message;
  if (concluded === 'success' || first === undefined) return withCounts(start, verdict.reason, '');
  return withCounts(start, first, ` (${countBlockers(groups)})`);
}

function startOf({ observation }: Verdict, concluded: 'success' | 'failure'): string {
  if (observation === undefined) return `monitor mode, would be ${concluded}: `;
  return concluded === 'failure' ? 'observing, would have blocked: ' : 'observing, would have passed: ';
}

function countBlockers({ blocking, blockingProblems }: GroupedChanges): string {
  const counts = [
    blocking.length > 0 ? `${blocking.length} blocking` : '',
    blockingProblems.length > 0 ? `${blockingProblems.length} changed and not evaluated` : '',
  ];
  return counts.filter((count) => count !== '').join(', ');
}

/** Clips what comes from the pull request, never the counts. */
function withCounts(start: string, reason: string, end: string): string {
  const room = LONGEST - start.length - end.length;
  for (let length = room - 1; length > 0; length -= 5) {
    const text = plainText(reason, length);
    if (text.length <= room) return `${start}${text}${end}`;
  }
  return `${start.trim()}${end}`;
}
