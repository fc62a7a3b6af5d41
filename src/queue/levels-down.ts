/**
 * How far a job goes back behind others of its priority, because many of the same origin wait already: whoever enqueues
 * hundreds at once takes turns with everybody else. Counts; changes nothing.
 */
import type { PgBoss } from 'pg-boss';
import type { JobRequest } from './queue.ts';

/** Priorities that mean something are further apart than this. */
export const MOST_LEVELS_DOWN = 9;

/** Those that run first are the ones that have turns to take; more are never counted. */
const MOST_COUNTED = 2_000;

/**
 * 0 for the first job of an origin, then one more for each doubling, at most {@link MOST_LEVELS_DOWN}: of 500 jobs of one
 * origin and 10 of another, the tenth runs after 16 of the first at most.
 */
export async function levelsDown(
  boss: PgBoss,
  { name, priority, origin }: Pick<JobRequest, 'name' | 'priority' | 'origin'>,
): Promise<number> {
  if (origin === undefined) return 0;
  const { rows } = (await boss.getDb().executeSql(
    `select count(*)::int4 as waiting from (
       select group_tier from threatdiff_queue.job
       where name = $1 and state < 'active' and not blocked and priority between $2 and $3
       order by priority desc, created_on limit ${MOST_COUNTED}
     ) first where group_tier = $4`,
    [name, priority - MOST_LEVELS_DOWN, priority, origin],
  )) as { readonly rows: readonly { readonly waiting: number }[] };
  const waiting = rows[0]?.waiting ?? 0;
  return Math.min(MOST_LEVELS_DOWN, 32 - Math.clz32(waiting));
}
