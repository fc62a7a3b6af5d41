/** One review comment as we want it to stand on a pull request; where GitHub takes it is decided by its patches. */

/** A file of the pull request as GitHub lists it; `patch` is missing where it is binary, too large or cut. */
export interface PatchedFile {
  readonly path: string;
  readonly previousPath?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  /** Unified hunks without file headers. */
  readonly patch?: string;
}

export interface ReviewComment {
  /** Fingerprints of the findings it speaks of, in order; what it is found again by. At least one. */
  readonly fingerprints: readonly string[];
  readonly path: string;
  /** `LEFT` is the base's text, where a regression removed a line. `startLine` only where the comment spans lines. */
  readonly place:
    | { readonly kind: 'lines'; readonly side: 'LEFT' | 'RIGHT'; readonly startLine?: number; readonly line: number }
    | { readonly kind: 'file' };
  /** GitHub-flavoured Markdown, everything from the pull request escaped; without the publisher's marker. */
  readonly body: string;
}
