/**
 * Counts requests against the hourly limits, per installation, and says so in headers. An answer 304 costs nothing.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
import type { World } from '../state/world.ts';
import type { Identity } from './authenticate.ts';
import { HttpError } from './http-error.ts';

export type Resource = 'core' | 'graphql';

interface Bucket {
  readonly limit: number;
  used: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

export class RateLimits {
  readonly #world: World;
  readonly #buckets = new Map<string, Bucket>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Takes one request (or so many points) from the limit, or refuses. */
  take(identity: Identity, resource: Resource, points = 1): void {
    const bucket = this.#bucket(identity, resource);
    if (bucket.used + points > bucket.limit) {
      throw new HttpError(403, `API rate limit exceeded for ${keyOf(identity)}.`, {
        headers: this.headers(identity, resource),
      });
    }
    bucket.used += points;
  }

  giveBack(identity: Identity, resource: Resource): void {
    this.#bucket(identity, resource).used -= 1;
  }

  headers(identity: Identity, resource: Resource): Record<string, string> {
    const { limit, used, reset } = this.#bucket(identity, resource);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(limit - used),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': resource,
    };
  }

  overview(identity: Identity): Readonly<Record<string, unknown>> {
    const shape = (resource: Resource): Readonly<Record<string, number>> => {
      const { limit, used, reset } = this.#bucket(identity, resource);
      return { limit, used, remaining: limit - used, reset };
    };
    const search = { limit: 30, used: 0, remaining: 30, reset: shape('core')['reset'] };
    return { resources: { core: shape('core'), graphql: shape('graphql'), search }, rate: shape('core') };
  }

  #bucket(identity: Identity, resource: Resource): Bucket {
    const key = `${keyOf(identity)} ${resource}`;
    const now = Math.floor(this.#world.now() / 1000);
    const known = this.#buckets.get(key);
    if (known && known.reset > now) return known;
    const installation =
      identity.kind === 'token' ? this.#world.state.installations.get(identity.token.installation ?? -1) : undefined;
    const bucket = { limit: installation?.rateLimit ?? 5000, used: 0, reset: now + 3600 };
    this.#buckets.set(key, bucket);
    return bucket;
  }
}

function keyOf(identity: Identity): string {
  if (identity.kind === 'app') return 'app';
  const { installation, login } = identity.token;
  return installation === undefined ? `user ${login}` : `installation ID ${installation}`;
}
