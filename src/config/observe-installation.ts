/**
 * Whether a new installation of the App still observes, from what GitHub says of it and a day. What cannot be known never
 * observes: a check that only watches lets everything through. Reads no clock.
 */
import type { InstallationFacts, Observation } from '../model/observation.ts';
import type { EffectivePolicy } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';

export interface Observed {
  /** Absent where the check enforces. */
  readonly observation?: Observation;
  readonly problems: readonly Problem[];
}

const DAY = 86_400_000;

/**
 * @param facts absent where nobody observes: another door, or an installation of long ago
 * @param asOf `YYYY-MM-DD`, UTC
 */
export function observeInstallation(
  facts: InstallationFacts | undefined,
  { days, pullRequests: most }: EffectivePolicy['observe'],
  asOf: string,
): Observed {
  if (facts === undefined || days === 0 || most === 0) return { problems: [] };
  const { installedOn, pullRequests } = facts;
  if (installedOn === undefined) return unknown('when this App was installed');
  const until = new Date(Date.parse(installedOn) + days * DAY).toISOString().slice(0, 10);
  if (asOf > until) return { problems: [] };
  if (pullRequests === undefined) return unknown('how many pull requests were opened since this App was installed');
  const left = most - pullRequests;
  return left < 0 ? { problems: [] } : { observation: { until, pullRequestsLeft: left }, problems: [] };
}

function unknown(what: string): Observed {
  const message = `It could not be read ${what}, so the check does not observe: it enforces.`;
  return { problems: [{ code: 'source-failed', effect: 'note', message }] };
}
