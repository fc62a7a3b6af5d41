/** White space as Docker separates words with it; other Unicode spaces are part of a word. */

/** True for what Docker separates words with: space, tab, vertical tab, form feed, carriage return, line feed. */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
