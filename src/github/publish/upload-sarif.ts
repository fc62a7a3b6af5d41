/**
 * Sends a SARIF log to GitHub code scanning where that is permitted; where not, says why and is no error: the check has
 * everything already. The same analysis sent twice replaces itself.
 * https://docs.github.com/en/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data
 */
import { gzipSync } from 'node:zlib';
import type { GitHubClient } from '../github-client.ts';
import { GitHubError } from '../github-error.ts';

export interface SarifTarget {
  readonly owner: string;
  readonly repo: string;
  readonly commitSha: string;
  /** `refs/heads/main`, or `refs/pull/42/head`: alerts of a pull request are shown there only. */
  readonly ref: string;
}

export type SarifUpload =
  /** GitHub took it; it looks at it later. `results` is how many findings it may hold at most. */
  | { readonly outcome: 'uploaded'; readonly id: string; readonly results: number }
  /** Code scanning is off for the repository, or the token lacks `security_events=write`. */
  | { readonly outcome: 'not-available'; readonly reason: string }
  | { readonly outcome: 'failed'; readonly reason: string };

/** GitHub keeps the first 5,000 results of an upload. */
const MOST_RESULTS = 5000;
/** After gzip; GitHub answers 413 to more. */
const MOST_BYTES = 10_000_000;

/**
 * `render` makes the log with that many results at most, the most important first; it is asked for fewer until the log
 * fits. Throws nothing that GitHub caused.
 */
export async function uploadSarif(
  client: GitHubClient,
  { owner, repo, commitSha, ref }: SarifTarget,
  render: (maxResults: number) => string,
): Promise<SarifUpload> {
  const packed = packFitting(render);
  if (packed === undefined) return { outcome: 'failed', reason: 'the log is too large for GitHub without any result' };
  try {
    const { data } = await client.call(`upload the code scanning results of ${owner}/${repo}`, (octokit) =>
      octokit.rest.codeScanning.uploadSarif({ owner, repo, commit_sha: commitSha, ref, sarif: packed.sarif }),
    );
    return { outcome: 'uploaded', id: data.id ?? '', results: packed.results };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const isRefused = error.kind === 'forbidden' || error.kind === 'not-found' || error.kind === 'unauthorized';
    return { outcome: isRefused ? 'not-available' : 'failed', reason: error.message };
  }
}

interface Packed {
  /** gzip, then Base64. */
  readonly sarif: string;
  readonly results: number;
}

function packFitting(render: (maxResults: number) => string): Packed | undefined {
  for (let results = MOST_RESULTS; ; results = Math.floor(results / 2)) {
    const packed = gzipSync(render(results));
    if (packed.length <= MOST_BYTES) return { sarif: packed.toString('base64'), results };
    if (results === 0) return undefined;
  }
}
