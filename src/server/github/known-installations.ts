/**
 * What GitHub says of the installations of the App: when each was made, what it may do, and what the App is called. Asked
 * once, and told again by every list of them, so that a permission granted later is seen. Decides nothing.
 */
import { MOST_OBSERVED_DAYS } from '../../config/schema.ts';
import type { GitHubClient } from '../../github/github-client.ts';
import { GitHubError } from '../../github/github-error.ts';

/** ISO 8601; undefined where it is so long ago that nobody observes any more. */
export type InstalledAt = string | 'unknown' | undefined;

/** As GitHub lists it. */
interface ListedInstallation {
  readonly id: number;
  readonly created_at: string;
  /** Name of the App in addresses; its bot has it too. */
  readonly app_slug: string;
  readonly permissions: { readonly security_events?: string };
}

const MILLISECONDS = (MOST_OBSERVED_DAYS + 1) * 86_400_000;

export class KnownInstallations {
  readonly #known = new Map<number, ListedInstallation>();
  readonly #app: GitHubClient;
  readonly #now: () => number;

  /** @param app the App itself, without an installation */
  constructor(app: GitHubClient, now: () => number) {
    this.#app = app;
    this.#now = now;
  }

  /** Of a list that was asked for anyway. */
  note(installation: ListedInstallation): void {
    this.#known.set(installation.id, installation);
  }

  /** When it was made: one request where nothing is known yet, as for the others. */
  async installedAt(installationId: number): Promise<InstalledAt> {
    const installation = await this.#read(installationId);
    const at = Date.parse(installation?.created_at ?? '');
    if (Number.isNaN(at)) return 'unknown';
    return this.#now() - at > MILLISECONDS ? undefined : new Date(at).toISOString();
  }

  /** What our App is called; undefined where GitHub does not say. */
  async slug(installationId: number): Promise<string | undefined> {
    return (await this.#read(installationId))?.app_slug;
  }

  /** Whether it may write code scanning alerts, which no installation has to grant. */
  async mayWriteAlerts(installationId: number): Promise<boolean> {
    return (await this.#read(installationId))?.permissions.security_events === 'write';
  }

  async #read(installationId: number): Promise<ListedInstallation | undefined> {
    const known = this.#known.get(installationId);
    if (known !== undefined) return known;
    try {
      const { data } = await this.#app.call(`read when installation ${installationId} was made`, (octokit) =>
        octokit.rest.apps.getInstallation({ installation_id: installationId }),
      );
      this.note(data);
      return data;
    } catch (error) {
      if (error instanceof GitHubError) return undefined;
      throw error;
    }
  }
}
