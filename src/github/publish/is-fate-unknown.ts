/** Whether a request that failed may have happened all the same: the answer was lost, or broke off. */
import { GitHubError } from '../github-error.ts';

/** True for 5xx, timeouts and broken connections. A refusal, a limit included, did not happen. */
export function isFateUnknown(error: unknown): boolean {
  return error instanceof GitHubError && error.kind === 'unavailable';
}
