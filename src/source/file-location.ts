/** Location of a file as a whole, for problems that have no line. Says nothing about whether the file exists. */
import type { Location } from '../model/location.ts';

/** The first column of the first line of `path`. */
export function fileLocation(path: string): Location {
  return { path, range: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } };
}
