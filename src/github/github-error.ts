/**
 * What GitHub refused or could not do, with the action that failed. A UserError, because somebody can act on it: grant
 * a permission, wait for the quota, look at GitHub's status. Holds no token and no body.
 */
import { UserError } from '../config/user-error.ts';

/**
 * `not-found`: absent, or hidden from this token (GitHub does not tell which). `forbidden`: a permission is missing.
 * `invalid`: GitHub rejects the request as it is. `unavailable`: no answer, or 5xx, after all retries.
 */
export type GitHubErrorKind =
  | 'not-found'
  | 'forbidden'
  | 'unauthorized'
  | 'rate-limited'
  | 'invalid'
  | 'unavailable'
  | 'unexpected';

export interface GitHubErrorDetails {
  readonly kind: GitHubErrorKind;
  /** Verb phrase: `list the tree of acme/shop`. */
  readonly action: string;
  /** One plain sentence part: what GitHub said. */
  readonly reason: string;
  readonly hint?: string | undefined;
  readonly status?: number | undefined;
  /** As GitHub names it: `contents=read`. */
  readonly missingPermission?: string | undefined;
  /** Milliseconds since 1970; with `rate-limited`. */
  readonly retryAt?: number | undefined;
  readonly cause?: unknown;
}

export class GitHubError extends UserError {
  readonly kind: GitHubErrorKind;
  readonly action: string;
  readonly status: number | undefined;
  readonly missingPermission: string | undefined;
  readonly retryAt: number | undefined;

  constructor(details: GitHubErrorDetails) {
    super(`Could not ${details.action}: ${details.reason}`, details.hint, { cause: details.cause });
    this.name = 'GitHubError';
    this.kind = details.kind;
    this.action = details.action;
    this.status = details.status;
    this.missingPermission = details.missingPermission;
    this.retryAt = details.retryAt;
  }
}
