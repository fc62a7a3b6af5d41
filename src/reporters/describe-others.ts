/** Where else a merged problem stands, in words. */

const LISTED = 5;

/** `; also lines 12, 40 and 9 more`; empty where there is nowhere else. */
export function describeOthers(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, LISTED).join(', ');
  const more = lines.length > LISTED ? ` and ${lines.length - LISTED} more` : '';
  return `; also ${lines.length === 1 ? 'line' : 'lines'} ${shown}${more}`;
}
