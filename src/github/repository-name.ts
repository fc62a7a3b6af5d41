/** How a repository is named on GitHub. Plain data. */

export interface RepositoryName {
  /** Login of the user or organisation. */
  readonly owner: string;
  readonly name: string;
}

/** With the id that survives renaming; caches are scoped by it. */
export interface GitHubRepository extends RepositoryName {
  readonly id: number;
}
