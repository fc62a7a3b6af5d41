/**
 * An Octokit plugin that turns answers Octokit misreads into what its retry and throttling plugins understand, and
 * keeps unsafe writes from being repeated. Goes before both. Sends nothing itself.
 */
import type { throttling } from '@octokit/plugin-throttling';
import { changesSomething } from './changes-something.ts';

type PluginOctokit = Parameters<typeof throttling>[0];

/** The throttling plugin waits only for limits that carry these words. */
const LIMIT_WORDS = 'secondary rate limit';

/** 429 becomes a secondary limit whatever its words; JSON that is none becomes 502. */
export function normalizeAnswers(octokit: PluginOctokit): Record<string, never> {
  octokit.hook.wrap('request', async (request, options) => {
    // A POST that broke off may have happened; repeating it would post twice.
    const once = options.method === 'POST' && changesSomething(options) ? { retries: 0 } : {};
    // Octokit shares this object between requests, and the plugins write their counts into it.
    options.request = Object.assign({}, options.request, once);
    const answer = await request(options);
    const type = answer.headers['content-type'] ?? '';
    if (typeof answer.data !== 'string' || !type.startsWith('application/json') || answer.status >= 300) return answer;
    throw Object.assign(new Error('GitHub sent JSON that is none'), { status: 502, request: options });
  });
  octokit.hook.error('request', (error) => {
    if (isUnnamedLimit(error)) error.message = `${error.message} (${LIMIT_WORDS})`;
    throw error;
  });
  return {};
}

function isUnnamedLimit(error: Error): boolean {
  if (!('status' in error) || error.status !== 429 || !('response' in error)) return false;
  const { headers } = (error.response ?? {}) as { readonly headers?: Readonly<Record<string, unknown>> };
  return headers?.['x-ratelimit-remaining'] !== '0' && !/\bsecondary rate\b/i.test(error.message);
}
