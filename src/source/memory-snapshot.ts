/**
 * A snapshot of given files, for tests of everything that reads trees. Names blobs as git does; holds no limits.
 */
import type { Problem } from '../model/problem.ts';
import type { EntryMode, TreeEntry } from '../model/tree.ts';
import { comparePaths } from './compare-paths.ts';
import { hashBlob } from './hash-blob.ts';
import type { Snapshot } from './snapshot.ts';

export interface MemoryFile {
  /** A string is written as UTF-8. For a link its target, for a gitlink ignored. */
  readonly content: string | Uint8Array;
  readonly mode?: EntryMode;
}

export class MemorySnapshot implements Snapshot {
  readonly id: string;
  readonly #entries: readonly TreeEntry[];
  readonly #contents: ReadonlyMap<string, Uint8Array>;

  constructor(files: Readonly<Record<string, string | MemoryFile>>, id = 'memory') {
    this.id = id;
    const contents = new Map<string, Uint8Array>();
    const entries = Object.entries(files).map(([path, file]): TreeEntry => {
      const { content, mode = 'file' } = typeof file === 'string' ? { content: file } : file;
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const blob = hashBlob(bytes);
      contents.set(blob, bytes);
      return { path, mode, blob, size: mode === 'gitlink' ? 0 : bytes.length };
    });
    this.#entries = entries.sort((left, right) => comparePaths(left.path, right.path));
    this.#contents = contents;
  }

  entries(): Promise<readonly TreeEntry[]> {
    return Promise.resolve(this.#entries);
  }

  read(blobs: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = blobs.flatMap(({ blob }) => {
      const bytes = this.#contents.get(blob);
      return bytes === undefined ? [] : [[blob, bytes] as const];
    });
    return Promise.resolve(new Map(found));
  }

  problems(): readonly Problem[] {
    return [];
  }
}
