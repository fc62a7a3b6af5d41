/**
 * Git's object database in memory, shared by a repository and its forks. Ids are git's own: the SHA-1 over type, size
 * and content, so that a client which recomputes them finds them right. Knows no branch and no GitHub.
 */
import { createHash } from 'node:crypto';

export type FileMode = '100644' | '100755' | '120000' | '160000';

/** A file of a tree; for a submodule (160000) `oid` is a commit that lies elsewhere. */
export interface TreeFile {
  readonly mode: FileMode;
  readonly oid: string;
}

export interface TreeEntry {
  readonly name: string;
  readonly mode: FileMode | '040000';
  readonly oid: string;
}

export interface Person {
  readonly name: string;
  readonly email: string;
  /** ISO 8601, whole seconds, UTC. */
  readonly date: string;
}

export interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly message: string;
}

export class GitObjects {
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #trees = new Map<string, readonly TreeEntry[]>();
  readonly #commits = new Map<string, Commit>();

  writeBlob(content: Uint8Array): string {
    const oid = hashObject('blob', content);
    this.#blobs.set(oid, content);
    return oid;
  }

  /** Git sorts a folder as if its name ended with a slash. */
  writeTree(entries: readonly TreeEntry[]): string {
    const key = (entry: TreeEntry): Buffer => Buffer.from(entry.mode === '040000' ? `${entry.name}/` : entry.name);
    const ordered = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)));
    const parts = ordered.flatMap((entry) => [
      Buffer.from(`${entry.mode.replace(/^0/, '')} ${entry.name}\0`),
      Buffer.from(entry.oid, 'hex'),
    ]);
    const oid = hashObject('tree', Buffer.concat(parts));
    this.#trees.set(oid, ordered);
    return oid;
  }

  writeCommit(commit: Commit): string {
    const seconds = (date: string): number => Math.floor(Date.parse(date) / 1000);
    const person = (who: Person): string => `${who.name} <${who.email}> ${seconds(who.date)} +0000`;
    const lines = [
      `tree ${commit.tree}`,
      ...commit.parents.map((parent) => `parent ${parent}`),
      `author ${person(commit.author)}`,
      `committer ${person(commit.committer)}`,
      '',
      commit.message,
    ];
    const oid = hashObject('commit', Buffer.from(lines.join('\n')));
    this.#commits.set(oid, commit);
    return oid;
  }

  /** The tree with files put in and, where null, taken out; folders without a change are not touched. */
  changeFiles(tree: string, changes: ReadonlyMap<string, TreeFile | null>): string {
    const entries = new Map((this.tree(tree) ?? []).map((entry) => [entry.name, entry]));
    const below = new Map<string, Map<string, TreeFile | null>>();
    for (const [path, file] of changes) {
      const slash = path.indexOf('/');
      const name = slash < 0 ? path : path.slice(0, slash);
      if (slash >= 0) below.set(name, inside(below, name).set(path.slice(slash + 1), file));
      else if (file) entries.set(name, { name, ...file });
      else entries.delete(name);
    }
    for (const [name, inside] of below) this.#changeFolder(entries, name, inside);
    return this.writeTree([...entries.values()]);
  }

  /** Git has no empty folders: one that lost its last file goes. */
  #changeFolder(entries: Map<string, TreeEntry>, name: string, changes: ReadonlyMap<string, TreeFile | null>): void {
    const present = entries.get(name);
    const isFile = present !== undefined && present.mode !== '040000';
    if (isFile && [...changes.values()].every((file) => file === null)) return;
    const oid = this.changeFiles(isFile ? '' : (present?.oid ?? ''), changes);
    if (this.tree(oid)?.length === 0) entries.delete(name);
    else entries.set(name, { name, mode: '040000', oid });
  }

  /** Every file of a tree by its path, in git's order. */
  listFiles(tree: string): Map<string, TreeFile> {
    const files = new Map<string, TreeFile>();
    for (const { path, entry } of this.walk(tree)) {
      if (entry.mode !== '040000') files.set(path, { mode: entry.mode, oid: entry.oid });
    }
    return files;
  }

  /** Every entry below a tree, folders before their content. */
  *walk(tree: string, prefix = ''): Generator<{ readonly path: string; readonly entry: TreeEntry }> {
    for (const entry of this.tree(tree) ?? []) {
      const path = prefix + entry.name;
      yield { path, entry };
      if (entry.mode === '040000') yield* this.walk(entry.oid, `${path}/`);
    }
  }

  blob(oid: string): Uint8Array | undefined {
    return this.#blobs.get(oid);
  }

  tree(oid: string): readonly TreeEntry[] | undefined {
    return this.#trees.get(oid);
  }

  commit(oid: string): Commit | undefined {
    return this.#commits.get(oid);
  }

  /** Full ids of commits that begin with the letters given: abbreviations are valid wherever a commit is named. */
  commitsStartingWith(prefix: string): readonly string[] {
    return [...this.#commits.keys()].filter((oid) => oid.startsWith(prefix));
  }

  /** The commit and everything before it, newest first along each line. */
  history(start: string): readonly string[] {
    const found = new Set<string>();
    let level = [start];
    while (level.length > 0) {
      const fresh = level.filter((oid) => !found.has(oid));
      for (const oid of fresh) found.add(oid);
      level = fresh.flatMap((oid) => this.commit(oid)?.parents ?? []);
    }
    return [...found];
  }
}

function inside<T>(folders: ReadonlyMap<string, Map<string, T>>, name: string): Map<string, T> {
  return folders.get(name) ?? new Map<string, T>();
}

function hashObject(type: string, content: Uint8Array): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
}
