/**
 * Writes commits to a repository, moves its branches, and carries open pull requests along. Finds commits by branch,
 * tag, full or short id, as every parameter called `ref` allows. Answers no request.
 */
import type { FileMode, GitObjects, TreeFile } from '../git/git-objects.ts';
import type { FileContent } from '../git/read-folder.ts';
import { carryReviewComments } from './carry-review-comments.ts';
import { fullNameOf, type Pull, type Repository } from './state.ts';
import type { World } from './world.ts';

export interface NewCommit {
  /** The files to write; null deletes one. */
  readonly files: Readonly<Record<string, FileContent | null>>;
  readonly message?: string;
  readonly author?: string;
  readonly parents: readonly string[];
}

const FIRST_COMMIT = Date.parse('2026-11-01T08:00:00Z');

export function writeCommit(world: World, repository: Repository, commit: NewCommit): string {
  const objects = world.objectsOf(repository);
  const changes = new Map<string, TreeFile | null>();
  for (const [path, content] of Object.entries(commit.files)) {
    changes.set(path, content === null ? null : writeFile(objects, content));
  }
  const newest = Math.max(FIRST_COMMIT, ...commit.parents.map((oid) => dateOf(objects, oid)));
  const name = commit.author ?? 'octocat';
  // A minute after its parents, whatever the clock says: the same test has the same commit ids every time.
  const person = { name, email: `${name}@users.noreply.github.com`, date: world.timestamp(newest + 60_000) };
  return objects.writeCommit({
    tree: objects.changeFiles(objects.commit(commit.parents[0] ?? '')?.tree ?? '', changes),
    parents: commit.parents,
    author: person,
    committer: person,
    message: commit.message ?? 'Change files',
  });
}

function dateOf(objects: GitObjects, oid: string): number {
  return Date.parse(objects.commit(oid)?.committer.date ?? '') || 0;
}

function writeFile(objects: GitObjects, content: FileContent): TreeFile {
  if (typeof content === 'string') return blobFile(objects, content, '100644');
  if (content instanceof Uint8Array) return blobFile(objects, content, '100644');
  if ('submodule' in content) return { mode: '160000', oid: content.submodule };
  return blobFile(objects, content.content, content.mode);
}

function blobFile(objects: GitObjects, content: string | Uint8Array, mode: FileMode): TreeFile {
  return { mode, oid: objects.writeBlob(typeof content === 'string' ? Buffer.from(content) : content) };
}

/** Moves or makes a branch; open pull requests from it get its new head. */
export function moveBranch(world: World, repository: Repository, branch: string, commit: string): void {
  const ref = `refs/heads/${branch}`;
  const before = repository.refs.get(ref) ?? '0'.repeat(40);
  repository.refs.set(ref, commit);
  world.raise('push', { repository: fullNameOf(repository), ref, before, after: commit });
  for (const base of world.state.repositories.values()) {
    if (base.network !== repository.network) continue;
    for (const pull of base.pulls.values()) {
      const from = pull.head.repository === fullNameOf(repository) && pull.head.ref === branch;
      if (from && pull.state === 'open') synchronize(world, base, pull, commit);
    }
  }
}

function synchronize(world: World, base: Repository, pull: Pull, commit: string): void {
  const previous = pull.head.sha;
  pull.head.sha = commit;
  pull.base.sha = base.refs.get(`refs/heads/${pull.base.ref}`) ?? pull.base.sha;
  pull.updatedAt = world.timestamp();
  base.refs.set(`refs/pull/${pull.number}/head`, commit);
  carryReviewComments(world.objectsOf(base), pull, previous);
  const details = { repository: fullNameOf(base), number: pull.number, before: previous };
  world.raise('pull_request', { action: 'synchronize', ...details });
}

/** The commit a name stands for; undefined where there is none, or where a short id fits several. */
export function findCommit(world: World, repository: Repository, name: string): string | undefined {
  const objects = world.objectsOf(repository);
  const short = name.replace(/^refs\//, '');
  for (const ref of [`refs/${short}`, `refs/heads/${short}`, `refs/tags/${short}`]) {
    const commit = repository.refs.get(ref);
    if (commit !== undefined) return commit;
  }
  if (objects.commit(name)) return name;
  const fitting = /^[0-9a-f]{4,39}$/.test(name) ? objects.commitsStartingWith(name) : [];
  return fitting.length === 1 ? fitting[0] : undefined;
}
