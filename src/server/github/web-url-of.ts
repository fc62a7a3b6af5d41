/** Where people look at what an interface serves: `https://api.github.com` is `https://github.com` for them. */

/** @param apiUrl also of a GitHub Enterprise Server, `https://HOST/api/v3`, or of GHE.com, `https://api.HOST`. */
export function webUrlOf(apiUrl: string): string {
  const url = new URL(apiUrl);
  const host = url.host.startsWith('api.') ? url.host.slice('api.'.length) : url.host;
  return `${url.protocol}//${host}`;
}
