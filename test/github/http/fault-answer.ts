/**
 * The answers of a GitHub that fails, in its own words and headers: clients decide by them whether and when to retry.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
import type { Outgoing } from './dispatcher.ts';
import type { Fault } from './faults.ts';

/** Undefined where the fault is no answer of its own. `now` in milliseconds since 1970. */
export function faultAnswer(fault: Fault, now: number): Outgoing | undefined {
  const retry: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  switch (fault.kind) {
    case '429':
      return write(
        429,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        retry,
      );
    case 'secondary-limit':
      return write(
        403,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        retry,
      );
    case 'primary-limit': {
      const reset = Math.ceil(now / 1000) + (fault.retryAfter ?? 60);
      const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset), 'x-ratelimit-limit': '5000' };
      return write(403, 'API rate limit exceeded for installation.', headers);
    }
    case '5xx':
      return write(fault.status ?? 502, 'Server Error', retry);
    case 'drop':
    case 'drop-answer':
    case 'slow':
    case 'hang':
    case 'stale':
      return undefined;
  }
}

function write(status: number, message: string, headers: Record<string, string>): Outgoing {
  const body = Buffer.from(
    JSON.stringify({ message, documentation_url: 'https://docs.github.com/rest', status: String(status) }),
  );
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}
