/**
 * What could not be read, understood or decided. A Problem is data: it is shown with its position, counted in the
 * receipt, and decides the verdict where the input behind it changed. It never replaces the rest of the run.
 */
import type { Location } from './location.ts';

/** Closed list; each has a sentence in `docs/problems.md`. */
export type ProblemCode =
  | 'syntax-error'
  | 'budget-exceeded'
  | 'file-too-large'
  | 'unsupported-encoding'
  | 'lfs-pointer'
  | 'content-filter'
  | 'submodule'
  | 'link-out-of-tree'
  | 'link-dangling'
  | 'case-collision'
  | 'path-not-utf8'
  | 'unreadable-file'
  | 'duplicate-key'
  | 'ambiguous-scalar'
  | 'merge-key'
  | 'invisible-character'
  | 'confusable-character'
  | 'impossible-value'
  | 'duplicate-address'
  | 'duplicate-finding'
  | 'undeclared-reference'
  | 'reference-cycle'
  | 'module-not-available'
  | 'resource-forgotten'
  | 'plan-mismatch'
  | 'template-not-evaluated'
  | 'rule-error'
  | 'invalid-policy-document'
  | 'policy-invalid'
  | 'waiver-invalid'
  | 'waiver-expired'
  | 'waiver-unused'
  | 'source-failed'
  | 'crash';

/**
 * `not-evaluated`: something deployable was not judged; fails when its input changed.
 * `ambiguous`: deployers may read it differently from us; fails when changed.
 * `note`: worth saying, decides nothing.
 */
export type ProblemEffect = 'not-evaluated' | 'ambiguous' | 'note';

export interface Problem {
  readonly code: ProblemCode;
  readonly effect: ProblemEffect;
  /** One plain sentence without the position. Pieces of the pull request in it are clipped; reporters escape. */
  readonly message: string;
  /** Absent only for problems of the run itself. Path of the tree the problem was found in. */
  readonly location?: Location;
  /** Unit and address where known. */
  readonly unit?: string;
  readonly address?: string;
  /** What would make it go away, where that is one step. */
  readonly hint?: string;
}
