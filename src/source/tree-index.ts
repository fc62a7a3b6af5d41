/**
 * The listing of one side as something to look up in: entries by path, directories with their names, targets of
 * links. Plain data over one listing; reads no contents besides the link targets it is given.
 */
import type { TreeEntry } from '../model/tree.ts';
import { comparePaths } from './compare-paths.ts';

export class TreeIndex {
  readonly #entries = new Map<string, TreeEntry>();
  readonly #directories = new Map<string, Set<string>>([['', new Set()]]);
  readonly #sorted = new Map<string, readonly string[]>();
  readonly #targets: ReadonlyMap<string, string>;

  /** `targets`: link targets by blob id, as far as they could be read. */
  constructor(entries: readonly TreeEntry[], targets: ReadonlyMap<string, string>) {
    this.#targets = targets;
    for (const entry of entries) {
      // An escaped name never stands in for a file that is really called so.
      if (entry.pathNotUtf8 && this.#entries.has(entry.path)) continue;
      this.#entries.set(entry.path, entry);
      this.#addToDirectories(entry.path);
    }
  }

  entryAt(path: string): TreeEntry | undefined {
    return this.#entries.get(path);
  }

  /** `''` is the root, which always exists. */
  isDirectory(path: string): boolean {
    return this.#directories.has(path);
  }

  /** Names directly below a directory, sorted; empty for anything else. */
  namesIn(directory: string): readonly string[] {
    const known = this.#sorted.get(directory);
    if (known !== undefined) return known;
    const names = [...(this.#directories.get(directory) ?? [])].sort(comparePaths);
    this.#sorted.set(directory, names);
    return names;
  }

  /** Where a link points, as stored; undefined when it could not be read. */
  targetOf(link: TreeEntry): string | undefined {
    return this.#targets.get(link.blob);
  }

  #addToDirectories(path: string): void {
    let child = path;
    for (;;) {
      const slash = child.lastIndexOf('/');
      const parent = slash === -1 ? '' : child.slice(0, slash);
      const name = child.slice(slash + 1);
      const known = this.#directories.get(parent);
      if (known === undefined) this.#directories.set(parent, new Set([name]));
      else known.add(name);
      if (known !== undefined || parent === '') return;
      child = parent;
    }
  }
}
