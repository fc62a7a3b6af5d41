/**
 * A pull request or a merge group on GitHub as a change. Before are the merge bases, in a merge group the base the queue
 * built it on; after is the head commit.
 */
import type { BudgetLimits } from '../model/budget.ts';
import type { ChangeSource } from '../source/snapshot.ts';
import type { BlobCache } from './blob-cache.ts';
import { GitHubBlobReader } from './github-blob-reader.ts';
import { findMergeBases } from './find-merge-bases.ts';
import type { GitHubClient } from './github-client.ts';
import { GitHubSnapshot } from './github-snapshot.ts';
import { GitHubTreeLister } from './github-tree-lister.ts';
import { MemoryBlobCache } from './memory-blob-cache.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { GitHubRepository, RepositoryName } from './repository-name.ts';

/**
 * `sha`: full commit id; of a pull request the tip of its base branch, of a merge group its `base_sha`, of a push the
 * commit before it. `nothing` shows a state on its own.
 */
export type ChangeBase =
  | { readonly kind: 'pull-request'; readonly sha: string; readonly ref: string }
  | { readonly kind: 'merge-group'; readonly sha: string }
  | { readonly kind: 'push'; readonly sha: string }
  | { readonly kind: 'nothing' };

export interface GitHubChangeOptions {
  readonly client: GitHubClient;
  /** The repository the change goes into. */
  readonly repository: GitHubRepository;
  readonly base: ChangeBase;
  /** Full commit id. */
  readonly headSha: string;
  /** Of a pull request from a fork that still exists. */
  readonly headRepository?: RepositoryName;
  readonly limits: Pick<BudgetLimits, 'fileBytes' | 'treeEntries'>;
  /** Without one the change remembers what it reads as long as it is open. */
  readonly cache?: BlobCache;
  /** Trees and merge bases other changes asked for. */
  readonly recent?: RecentAnswers;
}

const LISTED_FILES = 1_000_000;
const MEMORY_BYTES = 64 * 1024 * 1024;

/** Throws a GitHubError when the commits cannot be compared. Nothing to close. */
export async function openGitHubChange(options: GitHubChangeOptions): Promise<ChangeSource> {
  const { client, repository, base, headSha, limits } = options;
  const headRepository = isSame(repository, options.headRepository) ? undefined : options.headRepository;
  const { cache = new MemoryBlobCache(MEMORY_BYTES), recent = new RecentAnswers(LISTED_FILES) } = options;
  const from = await findBefore({ client, repository, recent }, base, headSha);
  const trees = new GitHubTreeLister({ client, repository, headRepository, recent, treeEntries: limits.treeEntries });
  const blobs = new GitHubBlobReader({ client, repository, headRepository, cache });
  const open = (commit: string) => new GitHubSnapshot({ commit, trees, blobs, limits });
  return {
    before: from.map(open),
    after: open(headSha),
    description: { before: describe(base, from), after: `head ${headSha.slice(0, 7)}` },
    close: () => Promise.resolve(),
  };
}

async function findBefore(
  options: Parameters<typeof findMergeBases>[0],
  base: ChangeBase,
  headSha: string,
): Promise<readonly string[]> {
  if (base.kind === 'nothing') return [];
  return base.kind === 'pull-request' ? findMergeBases(options, base.sha, headSha) : [base.sha];
}

function isSame(repository: RepositoryName, other: RepositoryName | undefined): boolean {
  if (other === undefined) return true;
  return `${repository.owner}/${repository.name}`.toLowerCase() === `${other.owner}/${other.name}`.toLowerCase();
}

function describe(base: ChangeBase, from: readonly string[]): string {
  if (base.kind === 'nothing') return 'nothing (the state is shown as it is)';
  if (base.kind === 'merge-group') return `base ${base.sha.slice(0, 7)} of the merge group`;
  if (base.kind === 'push') return `${base.sha.slice(0, 7)}, before the push`;
  const bases = from.map((commit) => commit.slice(0, 7)).join(' and ');
  return from.length === 0
    ? `nothing (${base.ref} and the head share no history)`
    : `merge base${from.length > 1 ? 's' : ''} ${bases} with ${base.ref}`;
}
