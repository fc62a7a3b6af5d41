/** One blob by REST, for what GraphQL cannot give as text. Believes none: the bytes must have the id asked for. */
import { hashBlob } from '../source/hash-blob.ts';
import type { GitHubClient } from './github-client.ts';
import { GitHubError } from './github-error.ts';
import type { RepositoryName } from './repository-name.ts';

/**
 * The bytes, or undefined where none of the repositories has them: absent, refused, or other bytes. Asks the
 * repositories in order. Throws a GitHubError for everything that is not about this one blob.
 */
export async function fetchBlob(
  client: GitHubClient,
  repositories: readonly RepositoryName[],
  id: string,
): Promise<Uint8Array | undefined> {
  for (const repository of repositories) {
    const bytes = await fetchFrom(client, repository, id);
    if (bytes !== undefined && hashBlob(bytes) === id) return bytes;
  }
  return undefined;
}

async function fetchFrom(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  id: string,
): Promise<Uint8Array | undefined> {
  try {
    const { data } = await client.call(`read blob ${id} of ${owner}/${name}`, (octokit) =>
      octokit.rest.git.getBlob({ owner, repo: name, file_sha: id }),
    );
    return data.encoding === 'base64' ? Buffer.from(data.content, 'base64') : undefined;
  } catch (error) {
    const isOfThisBlob =
      error instanceof GitHubError && ['not-found', 'forbidden', 'invalid', 'unexpected'].includes(error.kind);
    if (isOfThisBlob) return undefined;
    throw error;
  }
}
