/**
 * Whether GitHub takes no comment there, and has posted nothing. https://docs.github.com/en/rest/pulls/reviews: 422,
 * "pull_request_review_thread.line must be part of the diff".
 */
import { GitHubError } from '../../github-error.ts';

export function isRefused(error: unknown): boolean {
  return error instanceof GitHubError && error.kind === 'invalid';
}
