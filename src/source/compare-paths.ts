/** The one order of paths: UTF-16 code units, never the locale of the machine. */

/** Comparison function for `sort`: negative, zero or positive. */
export function comparePaths(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
