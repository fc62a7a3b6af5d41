/**
 * Keeps one repository from using up the hourly quota of its installation: who pushes without end waits, and everybody
 * else goes on. Counts by the repository a request names; what names none is free. Counts in this process only.
 */
import type { Octokit } from '@octokit/rest';
import { QuotaReserved } from './quota-reserved.ts';
import type { QuotaResource, RequestMeter } from './request-meter.ts';

/** Requests a repository may use for each one that is left to all others: three quarters of an hour nobody else uses. */
const SHARE = 3;
const PATH = /\/repos\/([^/?#]+)\/([^/?#]+)/;

interface Hour {
  resetsAt: number;
  readonly used: Map<string, number>;
}

/** From now on a request of these clients throws QuotaReserved where its repository has had its share. */
export function reserveShare(octokits: readonly Octokit[], meter: RequestMeter): void {
  const hours: Record<QuotaResource, Hour> = {
    core: { resetsAt: 0, used: new Map() },
    graphql: { resetsAt: 0, used: new Map() },
  };
  for (const octokit of octokits) {
    octokit.hook.before('request', (request) => {
      const repository = repositoryOf(request);
      if (repository === undefined) return;
      const resource = request.url.endsWith('/graphql') ? 'graphql' : 'core';
      const hour = hours[resource];
      const quota = meter.quota(resource);
      if (quota !== undefined && quota.resetsAt !== hour.resetsAt) {
        // What came before the first answer was of its hour.
        if (hour.resetsAt > 0) hour.used.clear();
        hour.resetsAt = quota.resetsAt;
      }
      const used = hour.used.get(repository) ?? 0;
      // Where nothing is left for anybody, GitHub says so itself.
      if (quota !== undefined && quota.remaining > 0 && used >= SHARE * quota.remaining)
        throw new QuotaReserved(resource, quota, 'other repositories');
      hour.used.set(repository, used + 1);
    });
  }
}

/** `acme/shop`; undefined for a request that is about no repository, or about one by its id. */
function repositoryOf(request: { readonly url: string; readonly [name: string]: unknown }): string | undefined {
  const { variables, url } = request;
  const about = (typeof variables === 'object' && variables !== null ? variables : request) as Record<string, unknown>;
  const [owner, name] = [about['owner'], about['repo'] ?? about['name']];
  if (typeof owner === 'string' && typeof name === 'string') return `${owner}/${name}`.toLowerCase();
  const [, ofPath, namePart] = PATH.exec(url) ?? [];
  return ofPath === undefined ? undefined : `${ofPath}/${namePart}`.toLowerCase();
}
