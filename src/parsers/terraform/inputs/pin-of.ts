/**
 * Whether a module or provider is pinned to one content: a commit id in its address, or one exact version.
 */

/** The commit or version; undefined where what is fetched may change. */
export function pinOf(source: string, version: string | undefined): string | undefined {
  const query = source.slice(source.indexOf('?') + 1);
  const ref = source.includes('?') ? query.split('&').find((part) => part.startsWith('ref=')) : undefined;
  const commit = ref?.slice(4);
  if (commit !== undefined && /^[0-9a-f]{40}$/.test(commit)) return commit;
  const exact = /^\s*=?\s*v?(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?)\s*$/.exec(version ?? '');
  return exact?.[1];
}
