/**
 * Uploads to code scanning for one process: where the installation may, and not again for an hour where a repository
 * refused (code scanning is off there), so that what is optional costs nobody requests.
 */
import type { GitHubClient } from '../../github/github-client.ts';
import { type SarifTarget, type SarifUpload, uploadSarif } from '../../github/publish/upload-sarif.ts';

const HOUR = 3_600_000;

export class PermittedAlerts {
  /** Repository to the time until which nobody asks, milliseconds since 1970. */
  readonly #refused = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Undefined where nothing was sent. Throws what is no answer of GitHub. */
  async upload(
    client: GitHubClient,
    target: SarifTarget,
    render: (maxResults: number) => string,
  ): Promise<SarifUpload | undefined> {
    const name = `${target.owner}/${target.repo}`;
    if ((this.#refused.get(name) ?? 0) > this.#now()) return undefined;
    const upload = await uploadSarif(client, target, render);
    if (upload.outcome === 'not-available') this.#refused.set(name, this.#now() + HOUR);
    else this.#refused.delete(name);
    return upload;
  }
}
