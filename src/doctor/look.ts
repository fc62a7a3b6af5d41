/** A question whose refusal is an answer. Lets through only what is a mistake of ours. */
import { GitHubError } from '../github/github-error.ts';
import { QuotaReserved } from '../github/quota-reserved.ts';

/** `refused`: this token may not see it, or it is not there. `failed`: GitHub did not answer. */
export type Look<T> =
  | { readonly kind: 'seen'; readonly value: T }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

const REFUSALS: readonly string[] = ['not-found', 'forbidden'];

/** Never rejects for what GitHub says. */
export async function look<T>(question: Promise<T>): Promise<Look<T>> {
  try {
    return { kind: 'seen', value: await question };
  } catch (error) {
    if (error instanceof QuotaReserved) return { kind: 'failed', why: error.message };
    if (!(error instanceof GitHubError)) throw error;
    return { kind: REFUSALS.includes(error.kind) ? 'refused' : 'failed', why: error.message };
  }
}
