/** Which repository a request is about, by its address or by the variables of its query. For those who count requests. */
import type { Incoming } from './dispatcher.ts';

/** `acme/shop`; undefined where a request is about several or none. */
export function repositoryAskedFor({ url, body }: Incoming): string | undefined {
  const [, owner, name] = /^(?:\/api\/v3)?\/repos\/([^/]+)\/([^/]+)/.exec(url.pathname) ?? [];
  if (owner !== undefined && name !== undefined) return `${owner}/${name}`;
  if (!url.pathname.endsWith('/graphql')) return undefined;
  try {
    const { variables } = JSON.parse(body.toString('utf8')) as { readonly variables?: Record<string, unknown> };
    const asked = [variables?.['owner'], variables?.['name']];
    return asked.every((part) => typeof part === 'string') ? asked.join('/') : undefined;
  } catch {
    return undefined;
  }
}
