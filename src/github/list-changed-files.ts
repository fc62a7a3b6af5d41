/**
 * The files of a pull request as GitHub shows them, with their hunks: where a review comment may stand. Never decides
 * what is analysed; GitHub stops at 3,000 files and leaves long patches out.
 * https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files
 */
import type { GitHubClient } from './github-client.ts';
import type { RepositoryName } from './repository-name.ts';

export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  /** Unified hunks without file headers; undefined for binary files and where GitHub leaves it out. */
  readonly patch: string | undefined;
}

export interface ChangedFiles {
  readonly files: readonly ChangedFile[];
  /** False where GitHub stopped listing. */
  readonly complete: boolean;
}

const MOST_FILES = 3000;

/** One request for each hundred files. Throws a GitHubError. */
export async function listChangedFiles(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  number: number,
): Promise<ChangedFiles> {
  const files = await client.call(`list the files of pull request ${number} of ${owner}/${name}`, (octokit) =>
    octokit.paginate(octokit.rest.pulls.listFiles, { owner, repo: name, pull_number: number, per_page: 100 }),
  );
  return {
    files: files.map(({ filename, previous_filename, status, patch }) => ({
      path: filename,
      previousPath: previous_filename,
      status,
      patch,
    })),
    complete: files.length < MOST_FILES,
  };
}
