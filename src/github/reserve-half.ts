/**
 * Keeps half of the hourly quota for pull requests: what can wait is refused before it would use more. Counts what is
 * under way, because an answer tells of itself only. Of several processes each knows what the others were answered, so
 * together they may use a request more for each other process.
 */
import type { Octokit } from '@octokit/rest';
import { QuotaReserved } from './quota-reserved.ts';
import type { RequestMeter } from './request-meter.ts';

/** From now on requests of this client throw QuotaReserved where they would. */
export function reserveHalf(octokit: Octokit, meter: RequestMeter): void {
  const underWay = { core: 0, graphql: 0 };
  octokit.hook.wrap('request', async (request, options) => {
    const resource = options.url.endsWith('/graphql') ? 'graphql' : 'core';
    const quota = meter.quota(resource);
    if (quota !== undefined && quota.remaining - underWay[resource] - 1 < quota.limit / 2)
      throw new QuotaReserved(resource, quota);
    underWay[resource] += 1;
    try {
      return await request(options);
    } finally {
      underWay[resource] -= 1;
    }
  });
}
