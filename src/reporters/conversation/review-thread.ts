/** A thread on a pull request that begins with a review comment of ours, as it stands now. Plain data. */

/**
 * What our last answer in a thread says. `open`: none. `moved`: still there, at another line. `back`: was settled and is
 * there again. The others are settled: the finding is gone, accepted by a waiver, or does not block any more.
 */
export type ThreadState = 'open' | 'moved' | 'back' | SettledState;
export type SettledState = 'fixed' | 'accepted' | 'shown';

/** Where a thread is in the head's difference; `outdated` where its line is not part of it any more. */
export type ThreadPlace =
  | 'file'
  | 'outdated'
  | { readonly side: 'LEFT' | 'RIGHT'; readonly startLine: number | undefined; readonly line: number };

export interface ReviewThread {
  readonly id: string;
  /** The first comment; `body` with its marker. */
  readonly comment: { readonly id: number; readonly url: string; readonly body: string };
  /** From the marker; never empty. */
  readonly fingerprints: readonly string[];
  readonly path: string;
  readonly place: ThreadPlace;
  readonly resolved: boolean;
  /** Whether we may resolve it, or, where it is resolved, open it again. */
  readonly mayToggle: boolean;
  /** Somebody else wrote in it. */
  readonly answered: boolean;
  /** Ids of our own answers, oldest first. */
  readonly replies: readonly number[];
  readonly state: ThreadState;
}
