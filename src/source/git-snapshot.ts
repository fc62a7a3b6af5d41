/**
 * The tree of one commit. Reads git's objects only: no checkout, no filters, no attributes, no work tree. Every blob
 * is hashed again, so that a damaged or forged object store cannot answer with other bytes.
 */
import { UserError } from '../config/user-error.ts';
import type { BudgetLimits } from '../model/budget.ts';
import type { Problem } from '../model/problem.ts';
import type { TreeEntry } from '../model/tree.ts';
import { fileLocation } from './file-location.ts';
import type { GitBlobReader } from './git-blob-reader.ts';
import { hashBlob, type ObjectFormat } from './hash-blob.ts';
import { parseLsTree } from './parse-ls-tree.ts';
import { runBounded } from './run-bounded.ts';
import { type GitContext, runGit } from './run-git.ts';
import type { Snapshot } from './snapshot.ts';
import { sortProblems } from './sort-problems.ts';

export interface GitSnapshotOptions {
  readonly context: GitContext;
  /** Full commit id. */
  readonly commit: string;
  readonly format: ObjectFormat;
  readonly blobs: GitBlobReader;
  readonly limits: Pick<BudgetLimits, 'fileBytes' | 'treeEntries'>;
}

const BLOBS_IN_FLIGHT = 16;
/** Longest listing kept per entry, on average: paths of 400 bytes are far above any real tree's mean. */
const BYTES_PER_ENTRY = 512;

export class GitSnapshot implements Snapshot {
  readonly id: string;
  readonly #options: GitSnapshotOptions;
  readonly #problems: Problem[] = [];
  #entries: Promise<readonly TreeEntry[]> | undefined;

  constructor(options: GitSnapshotOptions) {
    this.id = options.commit;
    this.#options = options;
  }

  entries(): Promise<readonly TreeEntry[]> {
    this.#entries ??= this.#list();
    return this.#entries;
  }

  async read(blobs: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const byBlob = new Map<string, TreeEntry>();
    for (const entry of blobs) {
      if (entry.mode !== 'gitlink' && entry.size <= this.#options.limits.fileBytes) byBlob.set(entry.blob, entry);
    }
    const contents = new Map<string, Uint8Array>();
    await runBounded([...byBlob.values()], BLOBS_IN_FLIGHT, async (entry) => {
      const bytes = await this.#readBlob(entry);
      if (bytes !== undefined) contents.set(entry.blob, bytes);
    });
    return contents;
  }

  problems(): readonly Problem[] {
    return sortProblems(this.#problems);
  }

  async #list(): Promise<readonly TreeEntry[]> {
    const { context, commit, limits } = this.#options;
    const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit];
    const result = await runGit(context, args, (limits.treeEntries + 1) * BYTES_PER_ENTRY);
    if (result.code !== 0 && !result.truncated) throw incompleteClone(result.stderr);
    const tree = parseLsTree(result.stdout, limits.treeEntries);
    if (tree.truncated || result.truncated) {
      this.#problems.push({
        code: 'budget-exceeded',
        effect: 'not-evaluated',
        message: `The tree has more than ${limits.treeEntries} files; the rest was not looked at.`,
        hint: 'Raise budgets.tree_entries in the policy file.',
      });
    }
    return tree.entries;
  }

  async #readBlob(entry: TreeEntry): Promise<Uint8Array | undefined> {
    const result = await this.#options.blobs.read(entry.blob, this.#options.limits.fileBytes);
    if (result.status === 'missing') throw incompleteClone(`object ${entry.blob} of ${JSON.stringify(entry.path)}`);
    if (result.status === 'bytes' && hashBlob(result.bytes, this.#options.format) === entry.blob) return result.bytes;
    this.#problems.push({
      code: 'unreadable-file',
      effect: 'not-evaluated',
      message: 'The content git gives for the file is not the one its id names.',
      location: fileLocation(entry.path),
      hint: 'Run git fsck; clone again.',
    });
    return undefined;
  }
}

function incompleteClone(detail: string): UserError {
  return new UserError(
    `The clone lacks objects the comparison needs: ${detail.trim().slice(0, 300)}`,
    'Clone without --filter (actions/checkout: fetch-depth: 0, no filter, no sparse-checkout).',
  );
}
