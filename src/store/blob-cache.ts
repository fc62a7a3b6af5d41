/**
 * Contents of files by their git object id, so that a warm run reads nothing from GitHub twice. Scoped to a
 * repository: knowing an id proves no right to read it elsewhere. It is a cache: whoever reads from it recomputes the
 * object id from the bytes before believing them, and a missing entry is never an error.
 */

export interface CachedBlob {
  /** Git object id, hexadecimal. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface BlobCache {
  /** What is there of `ids`, and marks it used. */
  get(repositoryId: number, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /**
   * Keeps blobs, then evicts until the total is within its bound: first what repositories hold above an eighth of the
   * bound, then the rest, of each the least recently used. So a huge repository takes from itself, not from all others.
   */
  put(repositoryId: number, blobs: readonly CachedBlob[]): Promise<void>;
  /** Bytes of content of all repositories. */
  totalBytes(): Promise<number>;
}
