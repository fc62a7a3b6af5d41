/**
 * The findings as code scanning alerts, where a workflow asks for it and its token may write them. Comes last and
 * changes no verdict: what GitHub refuses is said.
 */
import { uploadSarif } from '../github/publish/upload-sarif.ts';
import { escapeText } from '../reporters/markdown/escape-text.ts';
import { codeScanningSarif } from '../reporters/sarif/code-scanning-sarif.ts';
import type { JudgedRun } from './judged-run.ts';

/** A paragraph of Markdown where nothing was uploaded although it was asked for. Throws only for a mistake of ours. */
export async function uploadAlerts({ first, facts, alerts }: JudgedRun): Promise<string | undefined> {
  if (alerts === undefined) return 'No alerts were uploaded: there is no branch or pull request to show them on.';
  const upload = await uploadSarif(alerts.client, alerts.target, (maxResults) =>
    codeScanningSarif(first.report, facts, maxResults),
  );
  if (upload.outcome === 'uploaded') return undefined;
  return `No alerts were uploaded: ${escapeText(upload.reason)}. The job needs security-events: write, and the repository code scanning.`;
}
