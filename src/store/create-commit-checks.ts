/** Commit checks in a table; see the port for what a row means. */
import type { Selectable } from 'kysely';
import type { CommitCheck, CommitChecks } from './commit-checks.ts';
import type { Database, Query } from './database.ts';
import type { CommitChecksTable } from './tables.ts';

/** @param now stamps what is written. */
export function createCommitChecks(database: Database, now: () => Date): CommitChecks {
  return {
    put: (check) => database.run('write a check', (db) => upsert(db, toRow(check, now()))),
    get: async (repositoryId, headSha) => {
      const row = await database.run('read a check', (db) =>
        db
          .selectFrom('commit_checks')
          .selectAll()
          .where('repository_id', '=', repositoryId)
          .where('head_sha', '=', headSha)
          .executeTakeFirst(),
      );
      return row && toCheck(row);
    },
    listUnconcluded: async (before, limit) => {
      const rows = await database.run('list unconcluded checks', (db) =>
        db
          .selectFrom('commit_checks')
          .selectAll()
          .where('status', '<>', 'completed')
          .where('updated_at', '<', before)
          .orderBy('updated_at')
          .limit(limit)
          .execute(),
      );
      return rows.map(toCheck);
    },
  };
}

async function upsert(db: Query, row: CommitChecksTable): Promise<boolean> {
  const { repository_id: _repository, head_sha: _head, ...changing } = row;
  const written = await db
    .insertInto('commit_checks')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['repository_id', 'head_sha'])
        .doUpdateSet(changing)
        .where('commit_checks.fence', '<=', row.fence),
    )
    .returning('head_sha')
    .executeTakeFirst();
  return written !== undefined;
}

function toRow(check: Omit<CommitCheck, 'updatedAt'>, updatedAt: Date): CommitChecksTable {
  return {
    repository_id: check.repositoryId,
    head_sha: check.headSha,
    installation_id: check.installationId,
    check_run_id: check.checkRunId ?? null,
    status: check.status,
    conclusion: check.conclusion ?? null,
    external_id: check.externalId,
    job_state: check.jobState,
    fence: check.fence,
    updated_at: updatedAt,
  };
}

function toCheck(row: Selectable<CommitChecksTable>): CommitCheck {
  return {
    installationId: row.installation_id,
    repositoryId: row.repository_id,
    headSha: row.head_sha,
    checkRunId: row.check_run_id ?? undefined,
    status: row.status as CommitCheck['status'],
    conclusion: (row.conclusion ?? undefined) as CommitCheck['conclusion'],
    externalId: row.external_id,
    jobState: row.job_state as CommitCheck['jobState'],
    fence: row.fence,
    updatedAt: row.updated_at,
  };
}
