/**
 * Tests only: a tree in memory. May not be imported by product code.
 */
import type { ReadResult, TreeReader } from '../../../model/tree.ts';

export type Files = Readonly<Record<string, string>>;

/** A reader over texts by path. */
export function createMemoryReader(files: Files): TreeReader {
  return {
    read(path): ReadResult {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      if (text === undefined) return { status: 'missing' };
      return { status: 'text', text, entry: { path, mode: 'file', blob: '', size: Buffer.byteLength(text) } };
    },
    list(directory) {
      const prefix = directory === '' ? '' : `${directory}/`;
      const below = Object.keys(files).filter((path) => path.startsWith(prefix));
      return [...new Set(below.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))].sort();
    },
  };
}
