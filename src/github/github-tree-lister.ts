/**
 * Trees of one repository by REST: one request where GitHub lists everything, else directory by directory, each tree
 * once for both sides of a change. Reads no blob.
 * https://docs.github.com/en/rest/git/trees#get-a-tree
 */
import type { TreeEntry } from '../model/tree.ts';
import { runBounded } from '../source/run-bounded.ts';
import type { GitHubClient } from './github-client.ts';
import { GitHubError } from './github-error.ts';
import { type ListedItem, readTreeItems } from './read-tree-items.ts';
import type { RecentAnswers } from './recent-answers.ts';
import type { GitHubRepository, RepositoryName } from './repository-name.ts';

export interface GitHubTree {
  /** Sorted by path. */
  readonly entries: readonly TreeEntry[];
  /** Not everything was listed. */
  readonly truncated: boolean;
}

export interface GitHubTreeListerOptions {
  readonly client: GitHubClient;
  readonly repository: GitHubRepository;
  readonly headRepository?: RepositoryName | undefined;
  readonly recent: RecentAnswers;
  /** Most files of one tree. */
  readonly treeEntries: number;
}

interface Listing {
  readonly items: readonly ListedItem[];
  readonly truncated: boolean;
}

/** Far more than a repository of a million files needs; keeps one from using up the quota. */
const MOST_REQUESTS = 300;
const IN_FLIGHT = 8;

export class GitHubTreeLister {
  readonly #options: GitHubTreeListerOptions;
  #requests = 0;

  constructor(options: GitHubTreeListerOptions) {
    this.#options = options;
  }

  /** The tree of a commit, its first `treeEntries` files in git's order. Throws a GitHubError. */
  async list(commit: string): Promise<GitHubTree> {
    const { items, truncated } = await this.#everythingBelow(commit);
    const limit = this.#options.treeEntries;
    const files = items.filter((item) => item.type !== 'tree');
    const entries = readTreeItems(files.length > limit ? firstFiles(items, limit) : items);
    return { entries, truncated: truncated || files.length > limit };
  }

  async #everythingBelow(id: string): Promise<Listing> {
    const whole = await this.#request(id, true);
    if (!whole.truncated) return whole;
    const level = await this.#request(id, false);
    const folders = level.items.filter((item) => item.type === 'tree');
    const below = new Map(
      await runBounded(folders, IN_FLIGHT, async ({ path, sha }) => [path, await this.#everythingBelow(sha)] as const),
    );
    const truncated = level.truncated || [...below.values()].some((listing) => listing.truncated);
    const items = level.items.flatMap((item) => {
      const inside = item.type === 'tree' ? (below.get(item.path)?.items ?? []) : [];
      return [item, ...inside.map((inner) => ({ ...inner, path: `${item.path}/${inner.path}` }))];
    });
    return { items, truncated };
  }

  /** Beyond the bound on requests a tree counts as cut off, with nothing in it. */
  async #request(id: string, recursive: boolean): Promise<Listing> {
    const { repository, recent } = this.#options;
    if (this.#requests >= MOST_REQUESTS) return { items: [], truncated: true };
    const key = `tree ${repository.id} ${id} ${recursive}`;
    return recent.remember(
      key,
      ({ items }) => items.length + 1,
      () => {
        this.#requests += 1;
        return this.#fetch(id, recursive);
      },
    );
  }

  async #fetch(id: string, recursive: boolean): Promise<Listing> {
    const { repository, headRepository } = this.#options;
    try {
      return await this.#fetchFrom(repository, id, recursive);
    } catch (error) {
      if (headRepository === undefined || !(error instanceof GitHubError) || error.kind !== 'not-found') throw error;
      return this.#fetchFrom(headRepository, id, recursive);
    }
  }

  async #fetchFrom({ owner, name }: RepositoryName, id: string, recursive: boolean): Promise<Listing> {
    const { data } = await this.#options.client.call(`list the tree ${id} of ${owner}/${name}`, (octokit) =>
      octokit.rest.git.getTree({ owner, repo: name, tree_sha: id, ...(recursive ? { recursive: '1' } : {}) }),
    );
    return { items: data.tree, truncated: data.truncated };
  }
}

/** Folders stay: they tell which names are ambiguous. */
function firstFiles(items: readonly ListedItem[], limit: number): readonly ListedItem[] {
  let files = 0;
  return items.filter((item) => {
    if (item.type === 'tree') return true;
    files += 1;
    return files <= limit;
  });
}
