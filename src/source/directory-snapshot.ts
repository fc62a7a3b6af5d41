/**
 * A folder as a snapshot: two-directory mode, a plain scan, or a work tree listed by git. Links are read as links and
 * never followed; pipes, sockets and devices are problems. Never writes, never leaves the root, never prints it.
 */
import { readlink } from 'node:fs/promises';
import type { BudgetLimits } from '../model/budget.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import type { EntryMode, TreeEntry } from '../model/tree.ts';
import { absolutePath } from './absolute-path.ts';
import { comparePaths } from './compare-paths.ts';
import { type DecodedPath, decodePath } from './decode-path.ts';
import { fileLocation } from './file-location.ts';
import { hashBlob, type ObjectFormat } from './hash-blob.ts';
import type { DirectoryListing, ListedFile } from './list-directory.ts';
import { readRegularFile } from './read-regular-file.ts';
import { runBounded } from './run-bounded.ts';
import type { Snapshot } from './snapshot.ts';
import { sortProblems } from './sort-problems.ts';

export interface DirectorySnapshotOptions {
  /** What the report calls it: `directory`, `work tree`. */
  readonly id: string;
  readonly root: Buffer;
  readonly limits: Pick<BudgetLimits, 'fileBytes' | 'treeEntries'>;
  /** Which files belong to it. */
  readonly list: (root: Buffer, maxFiles: number) => Promise<DirectoryListing>;
  /** Gitlinks of the folder; only git knows them. */
  readonly gitlinks?: readonly TreeEntry[];
  readonly format?: ObjectFormat;
}

const FILES_IN_FLIGHT = 16;

export class DirectorySnapshot implements Snapshot {
  readonly id: string;
  readonly #options: DirectorySnapshotOptions;
  readonly #format: ObjectFormat;
  readonly #problems: Problem[] = [];
  /** Names on disk by entry, since an escaped path does not open its file. */
  readonly #names = new WeakMap<TreeEntry, Buffer>();
  #entries: Promise<readonly TreeEntry[]> | undefined;

  constructor(options: DirectorySnapshotOptions) {
    this.id = options.id;
    this.#options = options;
    this.#format = options.format ?? 'sha1';
  }

  entries(): Promise<readonly TreeEntry[]> {
    this.#entries ??= this.#list();
    return this.#entries;
  }

  async read(blobs: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const byBlob = new Map<string, TreeEntry>();
    for (const entry of await this.#own(blobs)) {
      if (entry.mode !== 'gitlink' && entry.size <= this.#options.limits.fileBytes) byBlob.set(entry.blob, entry);
    }
    const contents = new Map<string, Uint8Array>();
    await runBounded([...byBlob.values()], FILES_IN_FLIGHT, async (entry) => {
      const bytes = await this.#readEntry(entry);
      if (bytes !== undefined) contents.set(entry.blob, bytes);
    });
    return contents;
  }

  problems(): readonly Problem[] {
    return sortProblems(this.#problems);
  }

  /** The caller's entries as this snapshot's own, which know their names on disk; copies are matched by path. */
  async #own(blobs: readonly TreeEntry[]): Promise<readonly TreeEntry[]> {
    const entries = await this.entries();
    if (blobs.every((entry) => this.#names.has(entry))) return blobs;
    const byPath = new Map(entries.map((entry) => [entry.path, entry]));
    return blobs.flatMap((entry) => {
      const own = byPath.get(entry.path);
      return own?.blob === entry.blob ? [own] : [];
    });
  }

  async #list(): Promise<readonly TreeEntry[]> {
    const { root, limits, list, gitlinks = [] } = this.#options;
    const listing = await list(root, limits.treeEntries);
    for (const failure of listing.failures) this.#fail(decodePath(failure.name), `cannot be read (${failure.code})`);
    if (listing.truncated) this.#problems.push(tooManyEntries(limits.treeEntries));
    const found = await runBounded(listing.files, FILES_IN_FLIGHT, (file) => this.#entryOf(file));
    const entries = found.filter((entry) => entry !== undefined);
    return [...entries, ...gitlinks].sort((left, right) => comparePaths(left.path, right.path));
  }

  async #entryOf(file: ListedFile): Promise<TreeEntry | undefined> {
    const path = decodePath(file.name);
    if (!file.stats.isFile() && !file.stats.isSymbolicLink()) {
      this.#fail(path, 'is a pipe, a socket or a device, not a file');
      return undefined;
    }
    try {
      const entry = file.stats.isFile() ? await this.#fileEntry(file, path) : await this.#linkEntry(file, path);
      this.#names.set(entry, file.name);
      return entry;
    } catch (error) {
      this.#fail(path, `cannot be read (${reasonOf(error)})`);
      return undefined;
    }
  }

  async #fileEntry(file: ListedFile, path: DecodedPath): Promise<TreeEntry> {
    const { size, blob } = await readRegularFile(absolutePath(this.#options.root, file.name), 0, this.#format);
    const mode: EntryMode = (file.stats.mode & 0o100) === 0 ? 'file' : 'executable';
    return { ...path, mode, blob, size };
  }

  async #linkEntry(file: ListedFile, path: DecodedPath): Promise<TreeEntry> {
    const target = await readlink(absolutePath(this.#options.root, file.name), { encoding: 'buffer' });
    return { ...path, mode: 'link', blob: hashBlob(target, this.#format), size: target.length };
  }

  async #readEntry(entry: TreeEntry): Promise<Uint8Array | undefined> {
    const name = this.#names.get(entry);
    if (name === undefined) return undefined;
    const path = absolutePath(this.#options.root, name);
    try {
      const bytes = await this.#contentOf(entry, path);
      if (bytes !== undefined && hashBlob(bytes, this.#format) === entry.blob) return bytes;
      this.#fail(entry, 'changed while it was read');
    } catch (error) {
      this.#fail(entry, `cannot be read (${reasonOf(error)})`);
    }
    return undefined;
  }

  async #contentOf(entry: TreeEntry, path: Buffer): Promise<Uint8Array | undefined> {
    if (entry.mode === 'link') return readlink(path, { encoding: 'buffer' });
    return (await readRegularFile(path, this.#options.limits.fileBytes, this.#format)).bytes;
  }

  #fail(path: DecodedPath, what: string): void {
    const code: ProblemCode = 'unreadable-file';
    this.#problems.push({
      code,
      effect: 'not-evaluated',
      message: `The file ${what}.`,
      location: fileLocation(path.path === '' ? '.' : path.path),
    });
  }
}

/** The system's error code; never its message, which holds the path on this machine. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

function tooManyEntries(limit: number): Problem {
  return {
    code: 'budget-exceeded',
    effect: 'not-evaluated',
    message: `The tree has more than ${limit} files; the rest was not looked at.`,
    hint: 'Raise budgets.tree_entries in the policy file.',
  };
}
