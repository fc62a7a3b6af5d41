/**
 * Puts Octokit together: authentication, bounded retries, GitHub's limits, timeouts, counting. The only place that
 * configures it; reads no environment.
 */
import { createAppAuth } from '@octokit/auth-app';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { changesSomething } from './changes-something.ts';
import { GitHubClient, type Priority } from './github-client.ts';
import { normalizeAnswers } from './normalize-answers.ts';
import { type RequestEvent, RequestMeter } from './request-meter.ts';
import { reserveHalf } from './reserve-half.ts';
import { reserveShare } from './reserve-share.ts';
import { WritePace } from './write-pace.ts';

/** Without `installationId` the client is the App itself and may only ask about itself and its installations. */
export type GitHubAuth =
  | { readonly token: string }
  | { readonly appId: number | string; readonly privateKey: string; readonly installationId?: number };

export interface GitHubClientOptions {
  readonly auth: GitHubAuth;
  /** `https://api.github.com`; of a GitHub Enterprise Server `https://HOST/api/v3`. Without a slash at its end. */
  readonly baseUrl?: string;
  /** `threatdiff/1.2.3` */
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onRequest?: (event: RequestEvent) => void;
  /** Of one attempt, body included; 30,000 where left out. */
  readonly timeoutMilliseconds?: number;
  /** Of 5xx, timeouts and broken connections, except of requests that create something; 3 where left out. */
  readonly retries?: number;
  /** Longest wait for a limit, in seconds; what is longer is a GitHubError with `retryAt`. 90 where left out. */
  readonly longestWait?: number;
  /** Between requests that change something, on average, in milliseconds; 1,000 where left out, as GitHub asks. */
  readonly writePause?: number;
  /** Length of a second of every wait, in milliseconds; only tests have other seconds than 1,000. */
  readonly second?: number;
}

const API_VERSION = '2022-11-28';
const DEFAULT_URL = 'https://api.github.com';
/** GitHub's answers to what would fail again; 429 belongs to the throttling plugin. */
const NEVER_RETRIED = [400, 401, 403, 404, 409, 410, 422, 429, 451];
const LIMIT_RETRIES = 2;

const Client = Octokit.plugin(normalizeAnswers, throttling, retry);
/** In place of the plugin's own limiters of writes: `WritePace` spaces those, and only those. */
const AT_ONCE = { key: () => ({ schedule: (_options: unknown, job: () => unknown) => job() }) };
const UNPACED: object = { write: AT_ONCE, notifications: AT_ONCE };
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** One client for one installation, to keep as long as the process: it holds the token and the counts. */
export function createGitHubClient(options: GitHubClientOptions): GitHubClient {
  const { now, onRequest, timeoutMilliseconds = 30_000, writePause = 1000 } = options;
  const meter = new RequestMeter({ timeoutMilliseconds, now, onRequest });
  const pace = new WritePace(writePause, now);
  const octokits: Record<Priority, Octokit> = {
    'pull-request': createOctokit(options, meter, () => pace.turn('pull-request')),
    backfill: createOctokit(options, meter, () => pace.turn('backfill')),
  };
  reserveHalf(octokits.backfill, meter);
  // A token of a workflow is its repository's alone.
  if (!('token' in options.auth)) reserveShare(Object.values(octokits), meter);
  return new GitHubClient({ octokits, meter, now });
}

function createOctokit(options: GitHubClientOptions, meter: RequestMeter, turn: () => Promise<void>): Octokit {
  const { auth, baseUrl = DEFAULT_URL, userAgent, retries = 3, longestWait = 90, second = 1000 } = options;
  const waits = (seconds: number, retryCount: number) => retryCount < LIMIT_RETRIES && seconds <= longestWait;
  const octokit = new Client({
    ...('token' in auth ? { auth: auth.token } : { authStrategy: createAppAuth, auth }),
    baseUrl,
    userAgent,
    log: SILENT,
    request: { fetch: meter.fetch },
    retry: { retries, retryAfterBaseValue: second, doNotRetry: NEVER_RETRIED },
    throttle: {
      id: 'token' in auth ? 'token' : `installation ${auth.installationId ?? 'none'}`,
      retryAfterBaseValue: second,
      onRateLimit: (seconds, _request, _octokit, retryCount) => waits(seconds, retryCount),
      onSecondaryRateLimit: (seconds, _request, _octokit, retryCount) => waits(seconds, retryCount),
      ...UNPACED,
    },
  });
  octokit.hook.before('request', async (request) => {
    request.headers['x-github-api-version'] = API_VERSION;
    if (changesSomething(request)) await turn();
  });
  return octokit;
}
