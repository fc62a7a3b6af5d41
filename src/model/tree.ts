/**
 * The files of one side as the analysis sees them: a flat listing, and contents by path. Nothing is checked out.
 * `TreeReader` is what parsers get; it records every read, miss and listing, because they are the cache key.
 */

/** `link` and `gitlink` as git's modes 120000 and 160000. */
export type EntryMode = 'file' | 'executable' | 'link' | 'gitlink';

export interface TreeEntry {
  /** Relative, `/`-separated, Unicode as stored. Bytes that are not UTF-8 stand as `\xNN` and set `pathNotUtf8`. */
  readonly path: string;
  readonly mode: EntryMode;
  /** Git blob id (SHA-1 of `blob <size>\0<content>`); for a gitlink the commit id. */
  readonly blob: string;
  /** Bytes; 0 for gitlinks. */
  readonly size: number;
  readonly pathNotUtf8?: true;
}

/** One thing a unit looked at: a file, a miss, or a directory listing. */
export type TreeRead =
  | { readonly type: 'file'; readonly path: string; readonly mode: EntryMode; readonly blob: string }
  | { readonly type: 'missing'; readonly path: string }
  | { readonly type: 'listing'; readonly path: string; readonly entries: readonly string[] };

/** `wanted`: in the tree but not loaded yet; the analysis loads it and evaluates the unit again. */
export type ReadResult =
  | { readonly status: 'text'; readonly text: string; readonly entry: TreeEntry }
  | { readonly status: 'missing' }
  | { readonly status: 'wanted' }
  | { readonly status: 'rejected' };

export interface TreeReader {
  /** UTF-8 text without its BOM, links resolved inside the tree. `rejected`: a Problem says why. */
  read(path: string): ReadResult;
  /** Names directly below a directory (files, links and directories), sorted; `''` is the root. */
  list(directory: string): readonly string[];
}
