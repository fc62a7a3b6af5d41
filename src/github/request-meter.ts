/**
 * Stands between Octokit and the network: bounds the time of every attempt, counts it, and remembers what GitHub says
 * about the quota. Decides nothing and retries nothing.
 */

/** The hourly allowance as GitHub last told it. */
export interface Quota {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since 1970. */
  readonly resetsAt: number;
}

/** GitHub counts REST (`core`) and GraphQL separately. */
export type QuotaResource = 'core' | 'graphql';

/** One attempt, retries included; for metrics. Holds no header, body or token. */
export interface RequestEvent {
  readonly method: string;
  readonly path: string;
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  readonly milliseconds: number;
}

export interface RequestMeterOptions {
  readonly timeoutMilliseconds: number;
  readonly now: () => number;
  readonly onRequest: ((event: RequestEvent) => void) | undefined;
}

/** Answers to the App itself count against another allowance than its installation's. */
const OF_THE_APP = /^(?:\/api\/v3)?\/app(?:\/|$)/;

export class RequestMeter {
  readonly #options: RequestMeterOptions;
  readonly #quotas = new Map<string, Quota>();
  #requests = 0;

  constructor(options: RequestMeterOptions) {
    this.#options = options;
  }

  /** Attempts sent so far. */
  get requests(): number {
    return this.#requests;
  }

  /** Undefined before the first answer and once the hour is over. */
  quota(resource: QuotaResource): Quota | undefined {
    const quota = this.#quotas.get(resource);
    return quota === undefined || quota.resetsAt <= this.#options.now() ? undefined : quota;
  }

  /**
   * A `fetch` with the whole body read: Octokit takes a body that breaks off for an empty success, so breaking off must
   * show here. Rejects as fetch does; also when the time is up.
   */
  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const { timeoutMilliseconds, now, onRequest } = this.#options;
    const { pathname: path } = new URL(url);
    const method = init.method ?? 'GET';
    const startedAt = now();
    let status: number | undefined;
    this.#requests += 1;
    try {
      const timeout = AbortSignal.timeout(timeoutMilliseconds);
      const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
      const answer = await fetch(url, { ...init, signal });
      const body = await answer.arrayBuffer();
      status = answer.status;
      if (!OF_THE_APP.test(path)) this.#remember(answer.headers);
      const { statusText, headers } = answer;
      const whole = new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
      // A response that is made has no address, and Octokit's pagination of lists with a total needs one.
      return Object.defineProperty(whole, 'url', { value: answer.url });
    } finally {
      onRequest?.({ method, path, status, milliseconds: now() - startedAt });
    }
  };

  #remember(headers: Headers): void {
    const read = (name: string) => Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN);
    const [limit, remaining, reset] = [read('limit'), read('remaining'), read('reset')];
    if (!Number.isFinite(limit + remaining + reset)) return;
    const resource = headers.get('x-ratelimit-resource') ?? 'core';
    const known = this.#quotas.get(resource);
    const resetsAt = reset * 1000;
    // Answers overtake each other; within an hour less and less is left.
    const left = known?.resetsAt === resetsAt ? Math.min(known.remaining, remaining) : remaining;
    this.#quotas.set(resource, { limit, remaining: left, resetsAt });
  }
}
