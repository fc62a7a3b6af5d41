/**
 * How many jobs wait, run and failed, counted in the database when asked. pg-boss's own figures are up to a minute old.
 */
import type { PgBoss } from 'pg-boss';
import { deadQueueName } from './dead-queue-name.ts';
import type { QueueCounts } from './queue.ts';

export type CountedInDatabase = Omit<QueueCounts, 'completedHere' | 'failedRunsHere'>;

interface CountRow {
  readonly name: string;
  readonly state: string;
  readonly later: boolean;
  readonly jobs: number;
}

/** @param names of queues; their dead letters are counted with them. */
export async function countJobs(
  boss: PgBoss,
  names: readonly string[],
): Promise<ReadonlyMap<string, CountedInDatabase>> {
  const all = names.flatMap((name) => [name, deadQueueName(name)]);
  const { rows } = (await boss.getDb().executeSql(
    `select name, state::text as state, start_after > now() as later, count(*)::int4 as jobs
     from threatdiff_queue.job
     where name = any($1::text[]) and state in ('created', 'retry', 'active', 'failed')
     group by 1, 2, 3`,
    [all],
  )) as { readonly rows: readonly CountRow[] };
  const sum = (name: string, states: readonly string[], later?: boolean) =>
    rows
      .filter((row) => row.name === name && states.includes(row.state) && (later === undefined || row.later === later))
      .reduce((total, row) => total + row.jobs, 0);
  return new Map(
    names.map((name) => [
      name,
      {
        waiting: sum(name, ['created', 'retry'], false),
        delayed: sum(name, ['created', 'retry'], true),
        active: sum(name, ['active']),
        failed: sum(name, ['failed']),
        dead: sum(deadQueueName(name), ['created', 'retry', 'active']),
      },
    ]),
  );
}
