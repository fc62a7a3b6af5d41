/** A tree as the worker sees it: every list and every content is asked for across the thread. Holds no connection. */
import type { Problem } from '../../model/problem.ts';
import type { TreeEntry } from '../../model/tree.ts';
import type { Snapshot } from '../../source/snapshot.ts';
import type { TreeAnswer } from './messages.ts';

export class AskedSnapshot implements Snapshot {
  readonly id: string;
  readonly #ask: (paths?: readonly string[]) => Promise<TreeAnswer>;
  #entries: Promise<readonly TreeEntry[]> | undefined;
  #problems: readonly Problem[] = [];

  constructor(id: string, ask: (paths?: readonly string[]) => Promise<TreeAnswer>) {
    this.id = id;
    this.#ask = ask;
  }

  entries(): Promise<readonly TreeEntry[]> {
    this.#entries ??= this.#answer().then(({ entries = [] }) => entries);
    return this.#entries;
  }

  async read(blobs: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>> {
    if (blobs.length === 0) return new Map();
    const { contents = new Map<string, Uint8Array>() } = await this.#answer(blobs.map(({ path }) => path));
    return contents;
  }

  problems(): readonly Problem[] {
    return this.#problems;
  }

  async #answer(paths?: readonly string[]): Promise<TreeAnswer> {
    const answer = await this.#ask(paths);
    this.#problems = answer.problems;
    return answer;
  }
}
