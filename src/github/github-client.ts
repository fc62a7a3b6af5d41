/**
 * One installation (or token) of one GitHub, as everything above it uses it: a call names its action, its errors say
 * so. Knows no product; make one with `createGitHubClient`.
 */
import type { Octokit } from '@octokit/rest';
import { explainGitHubError } from './explain-github-error.ts';
import type { Quota, QuotaResource, RequestMeter } from './request-meter.ts';

/** `backfill` is work that can wait: it may use no more than half of the hourly quota. */
export type Priority = 'pull-request' | 'backfill';

/** Errors name the field they belong to; `type` is `NOT_FOUND`, `FORBIDDEN` … */
export interface QueryError {
  readonly type?: string;
  readonly path?: readonly (string | number)[];
  readonly message: string;
}

export interface PartialAnswer<T> {
  readonly data: T;
  readonly errors: readonly QueryError[];
}

export interface GitHubClientParts {
  readonly octokits: Readonly<Record<Priority, Octokit>>;
  readonly meter: RequestMeter;
  readonly now: () => number;
}

export class GitHubClient {
  readonly priority: Priority;
  readonly #parts: GitHubClientParts;

  constructor(parts: GitHubClientParts, priority: Priority = 'pull-request') {
    this.#parts = parts;
    this.priority = priority;
  }

  /** Attempts sent so far by this client and those made of it, retries and token requests included. */
  get requests(): number {
    return this.#parts.meter.requests;
  }

  /**
   * Runs requests. `action` is a verb phrase for people: `list the tree of acme/shop`. Throws a GitHubError that names
   * it, or QuotaReserved; both only after the retries.
   */
  async call<T>(action: string, run: (octokit: Octokit) => Promise<T>): Promise<T> {
    try {
      return await run(this.#parts.octokits[this.priority]);
    } catch (error) {
      throw explainGitHubError(error, action, this.#parts.now());
    }
  }

  /** One GraphQL query or mutation; variables never become part of its text. Any error in the answer throws. */
  query<T>(action: string, text: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    return this.call(action, (octokit) => octokit.graphql<T>(text, { ...variables }));
  }

  /** The same where a part of the answer may be missing, such as a repository nobody may know of. */
  async queryPartially<T>(
    action: string,
    text: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<PartialAnswer<T>> {
    return this.call(action, async (octokit) => {
      try {
        return { data: await octokit.graphql<T>(text, { ...variables }), errors: [] };
      } catch (error) {
        const partial = partialAnswer<T>(error);
        if (partial === undefined) throw error;
        return partial;
      }
    });
  }

  /** What is left of the hour as far as answers told; undefined before the first and once the hour is over. */
  quota(resource: QuotaResource = 'core'): Quota | undefined {
    return this.#parts.meter.quota(resource);
  }

  /** The same connection and quota with another priority. */
  withPriority(priority: Priority): GitHubClient {
    return new GitHubClient(this.#parts, priority);
  }
}

function partialAnswer<T>(error: unknown): PartialAnswer<T> | undefined {
  if (!(error instanceof Error) || error.name !== 'GraphqlResponseError') return undefined;
  const { data, errors } = error as Error & { readonly data?: T | null; readonly errors?: readonly QueryError[] };
  return data === undefined || data === null || errors === undefined ? undefined : { data, errors };
}
