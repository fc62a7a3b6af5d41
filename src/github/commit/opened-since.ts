/** How many pull requests were opened since a time, out of a list of the newest. Pure. */
import type { AnsweredRepository } from './commit-answer.ts';

/** @param since ISO 8601. Undefined where GitHub left something out; what it does not count would be let through. */
export function openedSince({ newest }: Pick<AnsweredRepository, 'newest'>, since: string): number | undefined {
  if (!newest || newest.nodes.includes(null)) return undefined;
  const start = Date.parse(since);
  return newest.nodes.filter((pull) => pull !== null && Date.parse(pull.createdAt) >= start).length;
}
