/**
 * One recorded tree as a snapshot. Believes nothing: every blob is hashed, and one that is not what its id says is a
 * problem like in any other source. What was not recorded stays unread.
 */
import type { RecordedBlob, RecordedTree } from '../model/inputs.ts';
import type { Problem } from '../model/problem.ts';
import type { TreeEntry } from '../model/tree.ts';
import { comparePaths } from './compare-paths.ts';
import { fileLocation } from './file-location.ts';
import { hashBlob } from './hash-blob.ts';
import type { Snapshot } from './snapshot.ts';
import { sortProblems } from './sort-problems.ts';

export class InputsSnapshot implements Snapshot {
  readonly id: string;
  readonly #entries: readonly TreeEntry[];
  readonly #blobs: ReadonlyMap<string, RecordedBlob>;
  readonly #problems: Problem[];

  constructor(tree: RecordedTree) {
    this.id = tree.id;
    this.#entries = tree.entries.toSorted((left, right) => comparePaths(left.path, right.path));
    this.#blobs = new Map(Object.entries(tree.blobs));
    this.#problems = [...tree.problems];
  }

  entries(): Promise<readonly TreeEntry[]> {
    return Promise.resolve(this.#entries);
  }

  read(blobs: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const contents = new Map<string, Uint8Array>();
    for (const entry of blobs) {
      const bytes = contents.has(entry.blob) ? undefined : this.#bytesOf(entry);
      if (bytes !== undefined) contents.set(entry.blob, bytes);
    }
    return Promise.resolve(contents);
  }

  problems(): readonly Problem[] {
    return sortProblems(this.#problems);
  }

  #bytesOf(entry: TreeEntry): Uint8Array | undefined {
    const blob = this.#blobs.get(entry.blob);
    if (blob === undefined) return undefined;
    const bytes = 'text' in blob ? Buffer.from(blob.text, 'utf8') : Buffer.from(blob.base64, 'base64');
    if (hashBlob(bytes, entry.blob.length === 64 ? 'sha256' : 'sha1') === entry.blob) return bytes;
    this.#problems.push({
      code: 'unreadable-file',
      effect: 'not-evaluated',
      message: 'The recorded content of the file is not the one its id names.',
      location: fileLocation(entry.path),
    });
    return undefined;
  }
}
