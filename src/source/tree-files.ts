/**
 * One side in memory: the listing, and the text of the files that were wanted. Hands out readers that record what a
 * unit looked at; loads more when a unit asks. Judges no content beyond "this is UTF-8 text of a file in the tree".
 */
import type { BudgetLimits } from '../model/budget.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadResult, TreeEntry } from '../model/tree.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { fileLocation } from './file-location.ts';
import { RecordingReader } from './recording-reader.ts';
import { resolveLink } from './resolve-link.ts';
import type { Snapshot } from './snapshot.ts';
import { sortProblems } from './sort-problems.ts';
import type { TreeIndex } from './tree-index.ts';

export interface TreeFilesOptions {
  readonly snapshot: Snapshot;
  readonly entries: readonly TreeEntry[];
  readonly index: TreeIndex;
  readonly limits: Pick<BudgetLimits, 'fileBytes' | 'treeBytes'>;
}

export class TreeFiles {
  readonly id: string;
  /** Sorted by path. */
  readonly entries: readonly TreeEntry[];
  readonly #options: TreeFilesOptions;
  /** By blob id. */
  readonly #contents = new Map<string, DecodedText>();
  /** Paths that were asked for and stay unread, each with a problem. */
  readonly #rejected = new Set<string>();
  readonly #problems: Problem[] = [];
  #bytes = 0;

  constructor(options: TreeFilesOptions) {
    this.id = options.snapshot.id;
    this.entries = options.entries;
    this.#options = options;
  }

  /** A reader with an empty record; one for each evaluation of a unit. */
  createReader(): RecordingReader {
    return new RecordingReader(this.#options.index, (entry) => this.contentOf(entry));
  }

  /** The files at these paths (links followed) become readable, or get a problem. In path order, so that the budget
   * stops at the same file on every machine. */
  async load(paths: readonly string[]): Promise<void> {
    const missing = new Map<string, TreeEntry[]>();
    for (const entry of this.#resolve(paths)) {
      if (this.contentOf(entry).status !== 'wanted') this.#reportRejected(entry);
      else if (this.#affordable(entry, missing)) missing.set(entry.blob, [...(missing.get(entry.blob) ?? []), entry]);
    }
    const contents = await this.#options.snapshot.read([...missing.values()].flat());
    for (const [blob, entries] of missing) {
      const bytes = contents.get(blob);
      this.#contents.set(blob, bytes === undefined ? UNREADABLE : decodeText(bytes));
      for (const entry of entries) this.#reportRejected(entry);
    }
  }

  /** Text of an entry, `wanted` when it was never loaded. Links are not followed here. */
  contentOf(entry: TreeEntry): ReadResult {
    if (this.#rejected.has(entry.path) || entry.mode === 'gitlink') return { status: 'rejected' };
    const content = this.#contents.get(entry.blob);
    if (content === undefined) return { status: 'wanted' };
    return content.status === 'text' ? { status: 'text', text: content.text, entry } : { status: 'rejected' };
  }

  /** Problems of the source and of every file loaded so far, sorted. */
  problems(): readonly Problem[] {
    return sortProblems([...this.#options.snapshot.problems(), ...this.#problems]);
  }

  #resolve(paths: readonly string[]): readonly TreeEntry[] {
    const entries = new Map<string, TreeEntry>();
    for (const path of [...paths].sort()) {
      const resolved = resolveLink(path, this.#options.index);
      if (resolved.status === 'entry' && resolved.entry.mode !== 'gitlink') {
        entries.set(resolved.entry.path, resolved.entry);
      }
    }
    return [...entries.values()];
  }

  #affordable(entry: TreeEntry, missing: ReadonlyMap<string, unknown>): boolean {
    const { fileBytes, treeBytes } = this.#options.limits;
    if (entry.size > fileBytes) {
      this.#reject(entry, {
        code: 'file-too-large',
        message: `The file has ${entry.size} bytes, more than the limit of ${fileBytes}.`,
        hint: 'Raise budgets.file_bytes in the policy file, or split the file.',
      });
      return false;
    }
    if (missing.has(entry.blob)) return true;
    if (this.#bytes + entry.size > treeBytes) {
      this.#reject(entry, {
        code: 'budget-exceeded',
        message: `The files to read have more than ${treeBytes} bytes together; this one was left out.`,
        hint: 'Raise budgets.tree_bytes in the policy file.',
      });
      return false;
    }
    this.#bytes += entry.size;
    return true;
  }

  #reportRejected(entry: TreeEntry): void {
    const content = this.#contents.get(entry.blob);
    if (content?.status === 'rejected') this.#reject(entry, content);
  }

  #reject(entry: TreeEntry, problem: Pick<Problem, 'code' | 'message'> & { readonly hint: string }): void {
    if (this.#rejected.has(entry.path)) return;
    this.#rejected.add(entry.path);
    const { code, message, hint } = problem;
    this.#problems.push({ code, effect: 'not-evaluated', message, hint, location: fileLocation(entry.path) });
  }
}

const UNREADABLE: DecodedText = {
  status: 'rejected',
  code: 'unreadable-file',
  message: 'The content of the file could not be read from its source.',
  hint: 'Run it again; if it stays, check the source.',
};
