/** Report history in a table, gzip inside; see the port for what it is for. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Database } from './database.ts';
import type { ReportEntry, ReportHistory, ReportPlace, ReportSummary } from './report-history.ts';
import type { ReportHistoryTable } from './tables.ts';

interface ReportHistoryOptions {
  readonly perPullRequest: number;
  readonly now: () => Date;
}

const compress = promisify(gzip);
const decompress = promisify(gunzip);
/** A report is text we wrote ourselves; the bound only keeps a damaged row from taking the process with it. */
const MAX_REPORT_BYTES = 256 * 1024 * 1024;

const SUMMARY = ['id', 'repository_id', 'pull_request', 'head_sha', 'digest', 'engine', 'created_at'] as const;

/** @param options how many reports a pull request keeps, and the clock. */
export function createReportHistory(database: Database, options: ReportHistoryOptions): ReportHistory {
  return {
    put: (report) => putReport(database, options, report),
    get: (at) => getReport(database, at),
    list: (repositoryId, pullRequest, limit) =>
      database.run('list reports', async (db) => {
        const rows = await db
          .selectFrom('report_history')
          .select(SUMMARY)
          .where('repository_id', '=', repositoryId)
          .where('pull_request', '=', pullRequest)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
          .execute();
        return rows.map(toSummary);
      }),
  };
}

async function putReport(database: Database, options: ReportHistoryOptions, report: ReportEntry): Promise<void> {
  const bytes = await compress(report.reportJson);
  await database.transact('keep a report', async (db) => {
    await db
      .insertInto('report_history')
      .values({
        repository_id: report.repositoryId,
        pull_request: report.pullRequest,
        head_sha: report.headSha,
        digest: report.digest,
        report: bytes,
        engine: report.engine,
        created_at: options.now(),
      })
      .onConflict((conflict) => conflict.columns(['repository_id', 'pull_request', 'head_sha', 'digest']).doNothing())
      .execute();
    await db
      .deleteFrom('report_history')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('report_history')
          .select('id')
          .where('repository_id', '=', report.repositoryId)
          .where('pull_request', '=', report.pullRequest)
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .offset(options.perPullRequest),
      )
      .execute();
  });
}

async function getReport(database: Database, at: ReportPlace): Promise<(ReportEntry & ReportSummary) | undefined> {
  const row = await database.run('read a report', (db) => {
    const query = db
      .selectFrom('report_history')
      .select([...SUMMARY, 'report'])
      .where('repository_id', '=', at.repositoryId)
      .where('pull_request', '=', at.pullRequest)
      .where('head_sha', '=', at.headSha)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc');
    return (at.digest === undefined ? query : query.where('digest', '=', at.digest)).executeTakeFirst();
  });
  if (row === undefined) return undefined;
  const json = await decompress(row.report, { maxOutputLength: MAX_REPORT_BYTES });
  return { ...toSummary(row), reportJson: json.toString('utf8') };
}

function toSummary(row: Omit<ReportHistoryTable, 'id' | 'report'>): ReportSummary {
  return {
    repositoryId: row.repository_id,
    pullRequest: row.pull_request,
    headSha: row.head_sha,
    digest: row.digest,
    engine: row.engine,
    createdAt: row.created_at,
  };
}
