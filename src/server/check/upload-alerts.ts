/**
 * The findings of a judged pull request as code scanning alerts, where the installation grants that. Comes after the
 * conclusion and cannot change it: whatever goes wrong here is a line in the log.
 */
import type { Report } from '../../model/report.ts';
import { codeScanningSarif } from '../../reporters/sarif/code-scanning-sarif.ts';
import type { CheckDependencies } from './check-dependencies.ts';

export interface JudgedPullRequest {
  readonly pullRequest: number | undefined;
  readonly report: Report;
}

/** One request for each pull request where it is permitted, none else. Never throws. */
export async function uploadAlerts(
  headSha: string,
  judged: readonly JudgedPullRequest[],
  { gateway, facts, log }: Pick<CheckDependencies, 'gateway' | 'facts' | 'log'>,
): Promise<void> {
  for (const { pullRequest, report } of judged) {
    // Without a verdict there are no findings, and an upload of none would close every alert.
    if (pullRequest === undefined || !('blocking' in report.verdict)) continue;
    const render = (maxResults: number): string => codeScanningSarif(report, facts, maxResults);
    try {
      const upload = await gateway.uploadAlerts(pullRequest, headSha, render);
      if (upload?.outcome === 'failed') log('warn', 'alerts-not-uploaded', { pullRequest, reason: upload.reason });
    } catch (error) {
      log('warn', 'alerts-not-uploaded', { pullRequest, reason: error instanceof Error ? error.message : 'unknown' });
    }
  }
}
