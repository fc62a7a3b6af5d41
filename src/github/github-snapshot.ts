/**
 * The tree of one commit on GitHub. Reads git's objects only: no archive (attributes thin those out), no contents
 * interface, no checkout. Shares its lister and reader with the other side of the change.
 */
import type { BudgetLimits } from '../model/budget.ts';
import type { Problem } from '../model/problem.ts';
import type { TreeEntry } from '../model/tree.ts';
import { fileLocation } from '../source/file-location.ts';
import type { Snapshot } from '../source/snapshot.ts';
import { sortProblems } from '../source/sort-problems.ts';
import type { GitHubBlobReader } from './github-blob-reader.ts';
import type { GitHubTreeLister } from './github-tree-lister.ts';

export interface GitHubSnapshotOptions {
  /** Full commit id. */
  readonly commit: string;
  readonly trees: GitHubTreeLister;
  readonly blobs: GitHubBlobReader;
  readonly limits: Pick<BudgetLimits, 'fileBytes' | 'treeEntries'>;
}

export class GitHubSnapshot implements Snapshot {
  readonly id: string;
  readonly #options: GitHubSnapshotOptions;
  readonly #problems: Problem[] = [];
  #entries: Promise<readonly TreeEntry[]> | undefined;

  constructor(options: GitHubSnapshotOptions) {
    this.id = options.commit;
    this.#options = options;
  }

  entries(): Promise<readonly TreeEntry[]> {
    this.#entries ??= this.#list();
    return this.#entries;
  }

  async read(entries: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const { blobs, limits } = this.#options;
    const wanted = entries.filter(({ mode, size }) => mode !== 'gitlink' && size <= limits.fileBytes);
    const contents = await blobs.read(wanted);
    for (const { path } of wanted.filter(({ blob }) => !contents.has(blob))) {
      this.#problems.push({
        code: 'unreadable-file',
        effect: 'not-evaluated',
        message: 'GitHub does not give the content of the file, or not the one its id names.',
        location: fileLocation(path),
        hint: 'Run it again; if it stays, look whether the file opens on GitHub.',
      });
    }
    return contents;
  }

  problems(): readonly Problem[] {
    return sortProblems(this.#problems);
  }

  async #list(): Promise<readonly TreeEntry[]> {
    const { commit, trees, limits } = this.#options;
    const { entries, truncated } = await trees.list(commit);
    if (truncated) {
      const isFull = entries.length >= limits.treeEntries;
      this.#problems.push({
        code: 'budget-exceeded',
        effect: 'not-evaluated',
        message: isFull
          ? `The tree has more than ${limits.treeEntries} files; the rest was not looked at.`
          : 'GitHub does not list the whole tree; the rest was not looked at.',
        ...(isFull ? { hint: 'Raise budgets.tree_entries in the policy file.' } : {}),
      });
    }
    return entries;
  }
}
