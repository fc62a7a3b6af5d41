/**
 * Opens, closes and merges pull requests, and makes the commits of merge groups. Answers no request.
 */
import { compareTrees } from '../git/compare-trees.ts';
import type { FileContent } from '../git/read-folder.ts';
import { mergeBases } from '../git/merge-bases.ts';
import { moveBranch, writeCommit } from './commits.ts';
import { fullNameOf, type Pull, type Repository } from './state.ts';
import type { World } from './world.ts';

export interface NewPull {
  readonly title: string;
  readonly body?: string | null;
  readonly user: string;
  readonly draft?: boolean;
  /** Where the branch is: the repository or a fork of it. */
  readonly from: Repository;
  readonly branch: string;
  readonly base: string;
}

export function openPull(world: World, repository: Repository, wanted: NewPull): Pull {
  const head = wanted.from.refs.get(`refs/heads/${wanted.branch}`);
  const base = repository.refs.get(`refs/heads/${wanted.base}`);
  if (head === undefined || base === undefined)
    throw new Error(`no branch ${head === undefined ? wanted.branch : wanted.base}`);
  const number = repository.nextNumber;
  repository.nextNumber += 1;
  const now = world.timestamp();
  const pull: Pull = {
    id: world.nextId(),
    number,
    title: wanted.title,
    body: wanted.body ?? null,
    user: world.account(wanted.user).login,
    state: 'open',
    draft: wanted.draft ?? false,
    locked: false,
    mergedAt: null,
    closedAt: null,
    createdAt: now,
    updatedAt: now,
    head: { repository: fullNameOf(wanted.from), ref: wanted.branch, sha: head },
    base: { ref: wanted.base, sha: base },
    reviews: [],
    reviewComments: [],
  };
  repository.pulls.set(number, pull);
  repository.refs.set(`refs/pull/${number}/head`, head);
  return pull;
}

export function closePull(world: World, pull: Pull): void {
  pull.state = 'closed';
  pull.closedAt = world.timestamp();
  pull.updatedAt = pull.closedAt;
}

/** Merges with a merge commit; what both sides changed is taken from the pull request. */
export function mergePull(world: World, repository: Repository, pull: Pull): string {
  const tip = repository.refs.get(`refs/heads/${pull.base.ref}`) ?? pull.base.sha;
  const commit = mergeCommit(world, repository, tip, pull);
  closePull(world, pull);
  pull.mergedAt = pull.closedAt;
  moveBranch(world, repository, pull.base.ref, commit);
  return commit;
}

export interface MergeGroup {
  readonly head_sha: string;
  readonly head_ref: string;
  readonly base_sha: string;
  readonly base_ref: string;
}

/**
 * The pull requests one after the other on the base branch, on a branch of the queue's own.
 * https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/configuring-pull-request-merges/managing-a-merge-queue
 */
export function createMergeGroup(world: World, repository: Repository, pulls: readonly Pull[]): MergeGroup {
  const last = pulls.at(-1);
  if (!last) throw new Error('a merge group needs a pull request');
  const base = repository.refs.get(`refs/heads/${last.base.ref}`) ?? last.base.sha;
  let head = base;
  for (const pull of pulls) head = mergeCommit(world, repository, head, pull);
  const branch = `gh-readonly-queue/${last.base.ref}/pr-${last.number}-${base}`;
  repository.refs.set(`refs/heads/${branch}`, head);
  return {
    head_sha: head,
    head_ref: `refs/heads/${branch}`,
    base_sha: base,
    base_ref: `refs/heads/${last.base.ref}`,
  };
}

function mergeCommit(world: World, repository: Repository, onto: string, pull: Pull): string {
  const objects = world.objectsOf(repository);
  const tree = (oid: string): string => objects.commit(oid)?.tree ?? '';
  const base = mergeBases(objects, onto, pull.head.sha)[0] ?? '';
  const after = objects.listFiles(tree(pull.head.sha));
  const files: Record<string, FileContent | null> = {};
  for (const change of compareTrees(objects, tree(base), tree(pull.head.sha))) {
    if (change.previousPath !== undefined) files[change.previousPath] = null;
    const file = after.get(change.path);
    const content = file && objects.blob(file.oid);
    if (!file) files[change.path] = null;
    else files[change.path] = content ? { content, mode: file.mode } : { submodule: file.oid };
  }
  const message = `Merge pull request #${pull.number} from ${pull.head.ref}`;
  return writeCommit(world, repository, { files, message, parents: [onto, pull.head.sha] });
}
