/**
 * When the App was installed, by installation, as GitHub says: asked once and kept, because it never changes. A new
 * installation observes; who can make one new is an administrator. Decides nothing.
 */
import { MOST_OBSERVED_DAYS } from '../../config/schema.ts';
import type { GitHubClient } from '../../github/github-client.ts';
import { GitHubError } from '../../github/github-error.ts';

/** ISO 8601; undefined where it is so long ago that nobody observes any more. */
export type InstalledAt = string | 'unknown' | undefined;

const MILLISECONDS = (MOST_OBSERVED_DAYS + 1) * 86_400_000;

export class InstallationAges {
  /** Milliseconds since 1970; NaN where GitHub gave no time. */
  readonly #known = new Map<number, number>();
  readonly #app: GitHubClient;
  readonly #now: () => number;

  /** @param app the App itself, without an installation */
  constructor(app: GitHubClient, now: () => number) {
    this.#app = app;
    this.#now = now;
  }

  /** Of a list that was asked for anyway. */
  note(installationId: number, createdAt: string): void {
    this.#known.set(installationId, Date.parse(createdAt));
  }

  /** One request where nothing is known yet. */
  async of(installationId: number): Promise<InstalledAt> {
    if (!this.#known.has(installationId) && !(await this.#ask(installationId))) return 'unknown';
    const at = this.#known.get(installationId) ?? Number.NaN;
    if (Number.isNaN(at)) return 'unknown';
    return this.#now() - at > MILLISECONDS ? undefined : new Date(at).toISOString();
  }

  async #ask(installationId: number): Promise<boolean> {
    try {
      const { data } = await this.#app.call(`read when installation ${installationId} was made`, (octokit) =>
        octokit.rest.apps.getInstallation({ installation_id: installationId }),
      );
      this.note(installationId, data.created_at);
      return true;
    } catch (error) {
      if (error instanceof GitHubError) return false;
      throw error;
    }
  }
}
