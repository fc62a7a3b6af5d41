/** That a new installation only observes, until when, and how to end it. Names nothing of the pull request. */
import type { AnyVerdict } from '../model/verdict.ts';

const HOW = 'an administrator writes `mode: enforce` into `.github/threatdiff.yml` on the default branch';

/** Sentences without markup but backticks; undefined where the check enforces or monitor mode was chosen. */
export function describeObservation(verdict: AnyVerdict): string | undefined {
  if (!('observation' in verdict) || verdict.observation === undefined) return undefined;
  const { until, pullRequestsLeft: left } = verdict.observation;
  const more =
    left === 0 ? 'until the next pull request' : `for ${left} more pull ${left === 1 ? 'request' : 'requests'}`;
  const length = `until ${until} or ${more}, whichever ends first`;
  return `Threatdiff is new here and only observes, ${length}; then it fails where something blocks. To end this now, ${HOW}.`;
}
