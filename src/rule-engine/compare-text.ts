/** The one order of texts: UTF-16 code units, never the locale of the machine. */

/** Comparison function for `sort`. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
