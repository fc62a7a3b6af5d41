/**
 * The verdict of a commit that heads several pull requests or groups: the worst of theirs. A check run is per commit, and
 * a lax branch must not turn it green for the others.
 */
import type { AnyVerdict } from '../../model/verdict.ts';
import { verdictRank } from './verdict-rank.ts';

/** The worst, the first of equals. Of none there is no verdict, which is a failure. */
export function combineVerdicts(verdicts: readonly AnyVerdict[]): AnyVerdict {
  const [worst] = [...verdicts].sort((a, b) => verdictRank(a) - verdictRank(b));
  return worst ?? { conclusion: 'failure', reason: 'no pull request or group was judged', noVerdict: true };
}
