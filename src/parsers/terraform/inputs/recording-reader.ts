/**
 * Notes everything one evaluation looks at: files, misses and listings are the key of its cache entry.
 */
import type { ReadResult, TreeRead, TreeReader } from '../../../model/tree.ts';

export class RecordingReader implements TreeReader {
  readonly #inner: TreeReader;
  readonly #reads = new Map<string, TreeRead>();

  constructor(inner: TreeReader) {
    this.#inner = inner;
  }

  read(path: string): ReadResult {
    const result = this.#inner.read(path);
    const read: TreeRead =
      result.status === 'text'
        ? { type: 'file', path, mode: result.entry.mode, blob: result.entry.blob }
        : { type: 'missing', path };
    this.#reads.set(`file ${path}`, read);
    return result;
  }

  list(directory: string): readonly string[] {
    const entries = this.#inner.list(directory);
    this.#reads.set(`listing ${directory}`, { type: 'listing', path: directory, entries });
    return entries;
  }

  /** Sorted by kind and path. */
  reads(): readonly TreeRead[] {
    return [...this.#reads].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, read]) => read);
  }
}
