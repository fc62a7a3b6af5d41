/**
 * A tree with other contents in some of its files, and nothing else changed: what a patch would make of it. Writes
 * nothing anywhere.
 */
import type { Problem } from '../model/problem.ts';
import type { TreeEntry } from '../model/tree.ts';
import { hashBlob } from '../source/hash-blob.ts';
import type { Snapshot } from '../source/snapshot.ts';

export class OverlaySnapshot implements Snapshot {
  readonly id: string;
  readonly #inner: Snapshot;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #blobs = new Map<string, Uint8Array>();

  /** @param texts new contents by path; paths the tree does not hold are not added */
  constructor(inner: Snapshot, texts: ReadonlyMap<string, string>) {
    this.id = inner.id;
    this.#inner = inner;
    this.#texts = texts;
  }

  async entries(): Promise<readonly TreeEntry[]> {
    return (await this.#inner.entries()).map((entry) => {
      const text = this.#texts.get(entry.path);
      if (text === undefined || entry.mode === 'link' || entry.mode === 'gitlink') return entry;
      const bytes = Buffer.from(text, 'utf8');
      const blob = hashBlob(bytes, entry.blob.length === 64 ? 'sha256' : 'sha1');
      this.#blobs.set(blob, bytes);
      return { ...entry, blob, size: bytes.length };
    });
  }

  async read(entries: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const contents = new Map(await this.#inner.read(entries.filter(({ blob }) => !this.#blobs.has(blob))));
    for (const { blob } of entries) {
      const bytes = this.#blobs.get(blob);
      if (bytes !== undefined) contents.set(blob, bytes);
    }
    return contents;
  }

  problems(): readonly Problem[] {
    return this.#inner.problems();
  }
}
