/**
 * From what Octokit throws to a GitHubError that says which action failed, why, and what to do. Only reads status,
 * headers and message; never passes a header of the request on, because it holds the token.
 */
import { GitHubError, type GitHubErrorDetails } from './github-error.ts';
import { QuotaReserved } from './quota-reserved.ts';

type Explained = Pick<GitHubErrorDetails, 'kind' | 'reason' | 'hint' | 'missingPermission' | 'retryAt'>;

const LONGEST_MESSAGE = 300;
const NO_WORD = 'GitHub did not answer';

/** Errors that say enough already, and mistakes of this program (no status), pass unchanged. */
export function explainGitHubError(error: unknown, action: string, now: number): unknown {
  if (error instanceof GitHubError || error instanceof QuotaReserved) return error;
  if (!(error instanceof Error)) return error;
  const types = graphqlTypes(error);
  if (types !== undefined) return fromGraphql(error, types, action);
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  if (status === undefined) return error;
  const explained = fromStatus(status, headersOf(error), error.message, now);
  return new GitHubError({ ...explained, action, status, cause: withoutRequest(error) });
}

function fromStatus(status: number, headers: ReadonlyMap<string, string>, message: string, now: number): Explained {
  const reason = clip(message);
  const retryAt = limitedUntil(status, headers, message, now);
  if (retryAt !== undefined) {
    return { kind: 'rate-limited', reason: 'the rate limit of GitHub is exhausted', retryAt };
  }
  if (status === 401)
    return { kind: 'unauthorized', reason, hint: 'Check the App id and its private key, or the token.' };
  if (status === 403) return forbidden(headers.get('x-accepted-github-permissions'), reason);
  if (status === 404 || status === 410) {
    const hint = 'It does not exist, or the token may not know of it.';
    return { kind: 'not-found', reason, hint };
  }
  if (status >= 500) return { kind: 'unavailable', reason: reason || NO_WORD, hint: 'Run it again later.' };
  return status === 409 || status === 422 || status === 400
    ? { kind: 'invalid', reason }
    : { kind: 'unexpected', reason };
}

function forbidden(accepted: string | undefined, reason: string): Explained {
  if (accepted === undefined || accepted === '') return { kind: 'forbidden', reason };
  return {
    kind: 'forbidden',
    reason: `the permission ${accepted} is missing`,
    hint: `Grant ${accepted} to the App or the token.`,
    missingPermission: accepted,
  };
}

/** When to try again, for answers that are about limits. */
function limitedUntil(
  status: number,
  headers: ReadonlyMap<string, string>,
  message: string,
  now: number,
): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = Number(headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(after)) return now + after * 1000;
  if (headers.get('x-ratelimit-remaining') === '0') return Number(headers.get('x-ratelimit-reset') ?? 0) * 1000;
  return status === 429 || /rate limit/i.test(message) ? now + 60_000 : undefined;
}

/** Types of the errors of a GraphQL answer, undefined for any other error. */
function graphqlTypes(error: Error): readonly string[] | undefined {
  if (error.name !== 'GraphqlResponseError' || !('errors' in error) || !Array.isArray(error.errors)) return undefined;
  return (error.errors as readonly { readonly type?: string }[]).map(({ type }) => type ?? '');
}

function fromGraphql(error: Error, types: readonly string[], action: string): GitHubError {
  const reason = clip(error.message.replace(/^Request failed due to following response errors:\n/, ''));
  const kind = types.includes('NOT_FOUND')
    ? 'not-found'
    : types.includes('FORBIDDEN') || types.includes('INSUFFICIENT_SCOPES')
      ? 'forbidden'
      : types.includes('RATE_LIMITED')
        ? 'rate-limited'
        : types.every((type) => type === '')
          ? 'unavailable'
          : 'unexpected';
  return new GitHubError({ kind, action, reason, cause: withoutRequest(error) });
}

function headersOf(error: Error): ReadonlyMap<string, string> {
  const response = 'response' in error ? (error.response as { readonly headers?: object } | undefined) : undefined;
  const entries = Object.entries(response?.headers ?? {}) as readonly (readonly [string, unknown])[];
  return new Map(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** The same error without Octokit's copy of the request, which holds the authorization header. */
function withoutRequest(error: Error): Error {
  const copy = new Error(clip(error.message));
  copy.name = error.name;
  if (error.stack !== undefined) copy.stack = error.stack;
  return copy;
}

function clip(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}
