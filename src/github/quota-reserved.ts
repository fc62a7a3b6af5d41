/**
 * Thrown where work that can wait would use the half of the hourly quota that is kept for pull requests, or a repository
 * what is kept for the others. Not an error of GitHub or of the user: try again later.
 */
import type { Quota, QuotaResource } from './request-meter.ts';

export class QuotaReserved extends Error {
  readonly resource: QuotaResource;
  readonly quota: Quota;
  /** Milliseconds since 1970: when the hour is over. */
  readonly retryAt: number;

  constructor(resource: QuotaResource, quota: Quota, keptFor = 'pull requests') {
    super(`${quota.remaining} of ${quota.limit} ${resource} requests are left; they are kept for ${keptFor}`);
    this.name = 'QuotaReserved';
    this.resource = resource;
    this.quota = quota;
    this.retryAt = quota.resetsAt;
  }
}
