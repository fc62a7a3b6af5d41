/**
 * What a parser reads through. Answers from memory and writes down every file, miss, link and listing it answered
 * with, because those are what an evaluation depends on. Never loads and never throws.
 */
import type { ReadResult, TreeEntry, TreeRead, TreeReader } from '../model/tree.ts';
import { comparePaths } from './compare-paths.ts';
import { resolveLink } from './resolve-link.ts';
import type { TreeIndex } from './tree-index.ts';

export class RecordingReader implements TreeReader {
  readonly #index: TreeIndex;
  readonly #contentOf: (entry: TreeEntry) => ReadResult;
  readonly #reads = new Map<string, TreeRead>();
  readonly #wanted = new Set<string>();

  constructor(index: TreeIndex, contentOf: (entry: TreeEntry) => ReadResult) {
    this.#index = index;
    this.#contentOf = contentOf;
  }

  read(path: string): ReadResult {
    const resolved = resolveLink(path, this.#index);
    this.#recordLinks(resolved.links);
    if (resolved.status === 'entry') return this.#readEntry(resolved.entry);
    if ('path' in resolved) this.#recordMissing(resolved.path);
    // A link that leads nowhere has its problem; a path that never was in the tree is just not there.
    const missing = resolved.links.length === 0 || resolved.status === 'directory';
    return { status: missing ? 'missing' : 'rejected' };
  }

  list(directory: string): readonly string[] {
    const resolved = resolveLink(directory === '.' ? '' : directory, this.#index);
    this.#recordLinks(resolved.links);
    if (resolved.status === 'missing' || resolved.status === 'dangling') this.#recordMissing(resolved.path);
    if (resolved.status !== 'directory') return [];
    const entries = this.#index.namesIn(resolved.path);
    this.#record(`l ${resolved.path}`, { type: 'listing', path: resolved.path, entries });
    return entries;
  }

  /** Everything looked at, sorted by path; a path that was listed and read stands twice. */
  reads(): readonly TreeRead[] {
    return [...this.#reads.values()].sort(
      (left, right) => comparePaths(left.path, right.path) || comparePaths(left.type, right.type),
    );
  }

  /** Paths of files that exist and are not loaded, sorted. Load them and evaluate again. */
  wanted(): readonly string[] {
    return [...this.#wanted].sort(comparePaths);
  }

  #readEntry(entry: TreeEntry): ReadResult {
    this.#recordFile(entry);
    const result = this.#contentOf(entry);
    if (result.status === 'wanted') this.#wanted.add(entry.path);
    return result;
  }

  #recordLinks(links: readonly TreeEntry[]): void {
    for (const link of links) this.#recordFile(link);
  }

  #recordFile({ path, mode, blob }: TreeEntry): void {
    this.#record(`f ${path}`, { type: 'file', path, mode, blob });
  }

  #recordMissing(path: string): void {
    this.#record(`m ${path}`, { type: 'missing', path });
  }

  #record(key: string, read: TreeRead): void {
    this.#reads.set(key, read);
  }
}
