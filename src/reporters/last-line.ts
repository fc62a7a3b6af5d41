/** The last line a range holds text of. Ranges end exclusively, so a block may end before the first column of a line. */
import type { Range } from '../model/location.ts';

/** From 1; never before the first line of the range. */
export function lastLine({ startLine, endLine, endColumn }: Range): number {
  return endColumn <= 1 && endLine > startLine ? endLine - 1 : endLine;
}
