/** Whether an error goes away by itself, so that the same job is tried again. Everything else concludes the check. */
import { GitHubError } from '../../github/github-error.ts';
import { QuotaReserved } from '../../github/quota-reserved.ts';
import { isTransient } from '../../store/is-transient.ts';
import { LeaseLost } from './lease-lost.ts';

/** GitHub does not answer or limits us, the database does not answer, another process took over, or we are stopping. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof GitHubError) return error.kind === 'unavailable' || error.kind === 'rate-limited';
  if (error instanceof QuotaReserved || error instanceof LeaseLost) return true;
  return (error instanceof Error && error.name === 'AbortError') || isTransient(error);
}
