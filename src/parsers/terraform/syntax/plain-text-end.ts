/** The short way through strings: where a run of characters without meaning ends. */

/** Offset of the first quote, backslash, `$`, `%` or line break at or behind `from`; the end of the text if none. */
export function plainTextEnd(text: string, from: number): number {
  const end = text.length;
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 34 || code === 92 || code === 36 || code === 37 || code === 10 || code === 13) return at;
    at++;
  }
  return at;
}
