/**
 * A snapshot that remembers what was read through it, for `inputs.json` and for whoever reads it again. Changes no
 * answer; keeps bytes only of blobs somebody asked for.
 */
import type { RecordedBlob, RecordedTree } from '../model/inputs.ts';
import type { Problem } from '../model/problem.ts';
import type { TreeEntry } from '../model/tree.ts';
import type { Snapshot } from './snapshot.ts';

export class RecordingSnapshot implements Snapshot {
  readonly id: string;
  readonly #inner: Snapshot;
  readonly #blobs = new Map<string, Uint8Array>();

  constructor(inner: Snapshot) {
    this.id = inner.id;
    this.#inner = inner;
  }

  entries(): Promise<readonly TreeEntry[]> {
    return this.#inner.entries();
  }

  async read(entries: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const unread = entries.filter(({ blob }) => !this.#blobs.has(blob));
    if (unread.length > 0) {
      for (const [blob, bytes] of await this.#inner.read(unread)) this.#blobs.set(blob, bytes);
    }
    const contents = new Map<string, Uint8Array>();
    for (const { blob } of entries) {
      const bytes = this.#blobs.get(blob);
      if (bytes !== undefined) contents.set(blob, bytes);
    }
    return contents;
  }

  problems(): readonly Problem[] {
    return this.#inner.problems();
  }

  /** Everything read so far; blobs sorted by id, so that equal runs give equal bytes. */
  async recorded(): Promise<RecordedTree> {
    const blobs = [...this.#blobs].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      id: this.id,
      entries: await this.entries(),
      blobs: Object.fromEntries(blobs.map(([blob, bytes]) => [blob, recordBlob(bytes)])),
      problems: this.problems(),
    };
  }
}

/** Text only where decoding and encoding again gives the same bytes. */
function recordBlob(bytes: Uint8Array): RecordedBlob {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  return Buffer.from(text, 'utf8').equals(buffer) ? { text } : { base64: buffer.toString('base64') };
}
