/**
 * The port to everything that holds a tree of files: git, a directory, recorded inputs, GitHub. Lists paths and reads
 * blobs by id; it never executes, follows a link or looks outside the tree it was opened for.
 */
import type { Problem } from '../model/problem.ts';
import type { TreeEntry } from '../model/tree.ts';

export interface Snapshot {
  /** Commit id, or a label such as `directory`; never a path of this machine, because it goes into the report. */
  readonly id: string;
  /** Every file, link and gitlink, sorted by path in code-unit order. The same list on every call. */
  entries(): Promise<readonly TreeEntry[]>;
  /**
   * Contents by blob id. Links give their target as stored. Gitlinks have none. A blob that cannot be read is left
   * out and `problems` says why; nothing is thrown for one bad file.
   */
  read(blobs: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /**
   * What the source itself could not list or read so far, sorted. A problem at a path that `entries` does not hold
   * stands for a file nobody could look at: it counts as changed unless the other side has the same problem.
   */
  problems(): readonly Problem[];
}

/** The two sides of a change. */
export interface ChangeSource {
  /** Several merge bases give several; none (unrelated histories, a plain scan) makes everything new. */
  readonly before: readonly Snapshot[];
  readonly after: Snapshot;
  /** The same in a few words for people: `merge base 3f2c1ab of main and HEAD`. No paths of this machine. */
  readonly description: { readonly before: string; readonly after: string };
  /** Ends processes and handles. Safe to call twice. */
  close(): Promise<void>;
}
