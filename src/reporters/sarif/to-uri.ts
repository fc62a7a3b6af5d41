/** A path of a tree as a relative URI reference (RFC 3986), decodable to the same path. */

/** Every part is encoded; lone surrogates, which no URI can hold, become U+FFFD. Never empty, never a scheme or host. */
export function toUri(path: string): string {
  const uri = path
    .toWellFormed()
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  return uri === '' ? '.' : uri;
}
