/**
 * Where something stands in a file, and on which side of a pull request.
 * Lines and columns start at 1; columns count UTF-16 code units, as SARIF's `utf16CodeUnits` does.
 */

/** A span of text. The end is exclusive: `endColumn` is the column after the last character. */
export interface Range {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A span in one file. `path` is relative to the root of the tree, with `/` between its parts. */
export interface Location {
  readonly path: string;
  readonly range: Range;
}

/** The tree a location belongs to: `before` is the merge base, `after` the head commit. */
export type Side = 'before' | 'after';

/** A location on one side; what a review comment, an annotation or a SARIF result points at. */
export interface Anchor {
  readonly side: Side;
  readonly path: string;
  readonly range: Range;
}
