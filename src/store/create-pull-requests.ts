/** Pull requests in a table; see the port for what a row may be used for. */
import type { Database } from './database.ts';
import type { DecidedVerdict, KnownPullRequest, PullRequestState, PullRequests } from './pull-requests.ts';
import type { PullRequestsTable } from './tables.ts';

/** Closed ones are kept until they are pruned: a reopened one compares with its last verdict. */
export function createPullRequests(database: Database): PullRequests {
  const select = (what: string, repositoryId: number, where: Readonly<Partial<PullRequestsTable>>) =>
    database.run(what, async (db) => {
      let query = db.selectFrom('pull_requests').selectAll().where('repository_id', '=', repositoryId);
      if (where.number !== undefined) query = query.where('number', '=', where.number);
      if (where.head_sha !== undefined) query = query.where('head_sha', '=', where.head_sha);
      if (where.state !== undefined) query = query.where('state', '=', where.state);
      return (await query.orderBy('number').execute()).map(toPullRequest);
    });
  return {
    put: (pullRequest) => putPullRequest(database, pullRequest),
    recordVerdict: (repositoryId, number, verdict) => recordVerdict(database, { repositoryId, number, verdict }),
    get: async (repositoryId, number) => (await select('read a pull request', repositoryId, { number }))[0],
    listOpenByHead: (repositoryId, headSha) =>
      select('list the pull requests of a commit', repositoryId, { head_sha: headSha, state: 'open' }),
    listOpen: (repositoryId) => select('list pull requests', repositoryId, { state: 'open' }),
  };
}

function putPullRequest(database: Database, pullRequest: PullRequestState): Promise<boolean> {
  const changing = {
    installation_id: pullRequest.installationId,
    head_sha: pullRequest.headSha,
    base_ref: pullRequest.baseRef,
    base_sha: pullRequest.baseSha,
    state: pullRequest.state,
    read_at: pullRequest.readAt,
  };
  return database.run('write a pull request', async (db) => {
    const written = await db
      .insertInto('pull_requests')
      .values({ repository_id: pullRequest.repositoryId, number: pullRequest.number, ...changing })
      .onConflict((conflict) =>
        conflict
          .columns(['repository_id', 'number'])
          .doUpdateSet(changing)
          .where('pull_requests.read_at', '<=', pullRequest.readAt),
      )
      .returning('number')
      .executeTakeFirst();
    return written !== undefined;
  });
}

interface VerdictOf {
  readonly repositoryId: number;
  readonly number: number;
  readonly verdict: DecidedVerdict;
}

function recordVerdict(database: Database, { repositoryId, number, verdict }: VerdictOf): Promise<boolean> {
  return database.run('record a verdict', async (db) => {
    const written = await db
      .updateTable('pull_requests')
      .set({
        last_verdict: verdict.conclusion,
        verdict_sha: verdict.headSha,
        report_digest: verdict.reportDigest,
      })
      .where('repository_id', '=', repositoryId)
      .where('number', '=', number)
      .where('head_sha', '=', verdict.headSha)
      .returning('number')
      .executeTakeFirst();
    return written !== undefined;
  });
}

function toPullRequest(row: PullRequestsTable): KnownPullRequest {
  return {
    repositoryId: row.repository_id,
    number: row.number,
    installationId: row.installation_id,
    headSha: row.head_sha,
    baseRef: row.base_ref,
    baseSha: row.base_sha,
    state: row.state as KnownPullRequest['state'],
    readAt: row.read_at,
    verdict: toVerdict(row),
  };
}

function toVerdict(row: PullRequestsTable): DecidedVerdict | undefined {
  if (row.last_verdict === null || row.verdict_sha === null || row.report_digest === null) return undefined;
  const conclusion = row.last_verdict as DecidedVerdict['conclusion'];
  return { conclusion, headSha: row.verdict_sha, reportDigest: row.report_digest };
}
