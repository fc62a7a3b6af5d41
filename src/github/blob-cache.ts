/**
 * The port to a cache of file contents by git's object ids. Scoped to a repository: to know an id is no right to read.
 * Whoever reads from it recomputes the id from the bytes; a missing entry is never an error.
 */

export interface CachedBlob {
  /** Git object id, hexadecimal. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface BlobCache {
  /** What is there of `ids`. */
  get(repositoryId: number, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  put(repositoryId: number, blobs: readonly CachedBlob[]): Promise<void>;
}
