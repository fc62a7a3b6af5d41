/**
 * A mechanical fix of one finding in one file of the head tree, in the file's own indentation. One format for review
 * suggestions, `threatdiff fix` and SARIF: whole lines, because that is what a suggestion can replace.
 */

/** Lines `startLine` to `endLine` (from 1, both included) give way to `lines`; an insertion repeats its neighbour. */
export interface LineEdit {
  readonly startLine: number;
  readonly endLine: number;
  /** Without line ends; none deletes the lines. */
  readonly lines: readonly string[];
}

export interface Patch {
  /** Relative to the root of the tree, with `/` between its parts. */
  readonly path: string;
  /** In order of lines, without overlap; at least one. */
  readonly edits: readonly LineEdit[];
}
