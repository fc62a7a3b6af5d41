/** A blob cache in memory, bounded in bytes; the least recently used goes first. Lives as long as its owner. */
import type { BlobCache, CachedBlob } from './blob-cache.ts';

export class MemoryBlobCache implements BlobCache {
  readonly #maxBytes: number;
  /** In order of use, the oldest first. */
  readonly #blobs = new Map<string, Uint8Array>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(repositoryId: number, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    for (const id of ids) {
      const key = `${repositoryId} ${id}`;
      const bytes = this.#blobs.get(key);
      if (bytes === undefined) continue;
      found.set(id, bytes);
      this.#blobs.delete(key);
      this.#blobs.set(key, bytes);
    }
    return Promise.resolve(found);
  }

  put(repositoryId: number, blobs: readonly CachedBlob[]): Promise<void> {
    for (const { id, bytes } of blobs) this.#keep(`${repositoryId} ${id}`, bytes);
    return Promise.resolve();
  }

  #keep(key: string, bytes: Uint8Array): void {
    if (bytes.length > this.#maxBytes || this.#blobs.has(key)) return;
    this.#blobs.set(key, bytes);
    this.#bytes += bytes.length;
    for (const [oldest, { length }] of this.#blobs) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#blobs.delete(oldest);
      this.#bytes -= length;
    }
  }
}
