/**
 * The clients the tests of the stand-in use: Octokit as it is published, with its own plugins for limits and retries.
 */
import { createAppAuth } from '@octokit/auth-app';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import type { GitHubStandIn } from './stand-in.ts';

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A client without plugins: errors come through as they are. */
export function tokenClient(standIn: GitHubStandIn, token: string): Octokit {
  return new Octokit({ baseUrl: standIn.url, auth: token, log: quiet });
}

/** A client of an installation, as the App has it, without plugins. */
export function installationClient(standIn: GitHubStandIn, installation: number): Octokit {
  return new Octokit({
    baseUrl: standIn.url,
    authStrategy: createAppAuth,
    auth: { appId: standIn.appId, privateKey: standIn.privateKey, installationId: installation },
    log: quiet,
  });
}

/** A client of the App itself. */
export function appClient(standIn: GitHubStandIn): Octokit {
  const auth = { appId: standIn.appId, privateKey: standIn.privateKey };
  return new Octokit({ baseUrl: standIn.url, authStrategy: createAppAuth, auth, log: quiet });
}

const Patient = Octokit.plugin(throttling, retry);

/** A client that waits and tries again, with its waiting made short. */
export function patientClient(standIn: GitHubStandIn, token: string): InstanceType<typeof Patient> {
  const again = (_after: number, _options: object, _octokit: object, retries: number): boolean => retries < 3;
  return new Patient({
    baseUrl: standIn.url,
    auth: token,
    log: quiet,
    throttle: {
      onRateLimit: again,
      onSecondaryRateLimit: again,
      fallbackSecondaryRateRetryAfter: 1,
      retryAfterBaseValue: 20,
    },
    retry: { retryAfterBaseValue: 20 },
  });
}
