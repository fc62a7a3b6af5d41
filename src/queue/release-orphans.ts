/**
 * Gives back what the previous process of an embedded database was running when it was killed. Only for a database
 * that one process uses: on a server the jobs may be running in another replica, and heartbeats decide.
 */
import type { PgBoss } from 'pg-boss';

/** Before any worker starts. Each counts as a failed run, so a job that kills its process is dead in the end. */
export async function releaseOrphans(boss: PgBoss, names: readonly string[]): Promise<void> {
  const { rows } = (await boss
    .getDb()
    .executeSql(`select name, id from threatdiff_queue.job where name = any($1::text[]) and state = 'active'`, [
      names,
    ])) as { readonly rows: readonly { readonly name: string; readonly id: string }[] };
  for (const { name, id } of rows) await boss.fail(name, id, { message: 'the process ended while the job ran' });
}
