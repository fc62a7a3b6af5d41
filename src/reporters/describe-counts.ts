/** The line of numbers below every verdict. Numbers first; what is zero is left out unless everything is. */
import type { GroupedChanges } from './group-changes.ts';

/** `1 blocking · 2 to look at · 3 fixed · 212 unchanged · 1 not evaluated`. */
export function describeCounts(groups: GroupedChanges): string {
  const parts = [
    count(groups.blocking.length, 'blocking'),
    count(groups.toLookAt.length, 'to look at'),
    count(groups.fixed.length, 'fixed'),
    count(groups.waived.length, 'waived'),
    count(groups.unchanged.length, 'unchanged'),
    count(groups.blockingProblems.length + groups.openProblems.length, 'not evaluated'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '0 findings' : parts.join(' · ');
}

function count(amount: number, what: string): string {
  return amount === 0 ? '' : `${amount} ${what}`;
}
