/**
 * Commits and changed files as GitHub's REST interface shows them. Reads the state only.
 */
import type { ChangedFile } from '../git/compare-trees.ts';
import type { Commit, Person } from '../git/git-objects.ts';
import type { Repository } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { type Shape, userShape } from './accounts.ts';
import { nodeId } from './node-id.ts';
import { apiUrl, htmlUrl } from './repository.ts';

const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

export function commitOf(world: World, repository: Repository, oid: string): Commit {
  const commit = world.objectsOf(repository).commit(oid);
  if (!commit) throw new Error(`there is no commit ${oid}`);
  return commit;
}

export function commitShape(world: World, repository: Repository, oid: string): Shape {
  const commit = commitOf(world, repository, oid);
  const [url, html] = [apiUrl(world, repository), htmlUrl(world, repository)];
  return {
    sha: oid,
    node_id: nodeId('Commit', `${repository.id}:${oid}`),
    url: `${url}/commits/${oid}`,
    html_url: `${html}/commit/${oid}`,
    comments_url: `${url}/commits/${oid}/comments`,
    commit: {
      url: `${url}/git/commits/${oid}`,
      author: { ...commit.author },
      committer: { ...commit.committer },
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      verification: UNSIGNED,
    },
    author: accountOf(world, commit.author),
    committer: accountOf(world, commit.committer),
    parents: commit.parents.map((sha) => parentShape(world, repository, sha, 'commits')),
  };
}

export function gitCommitShape(world: World, repository: Repository, oid: string): Shape {
  const commit = commitOf(world, repository, oid);
  const url = apiUrl(world, repository);
  return {
    sha: oid,
    node_id: nodeId('Commit', `${repository.id}:${oid}`),
    url: `${url}/git/commits/${oid}`,
    html_url: `${htmlUrl(world, repository)}/commit/${oid}`,
    author: { ...commit.author },
    committer: { ...commit.committer },
    message: commit.message,
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => parentShape(world, repository, sha, 'git/commits')),
    verification: UNSIGNED,
  };
}

function parentShape(world: World, repository: Repository, sha: string, folder: string): Shape {
  return {
    sha,
    url: `${apiUrl(world, repository)}/${folder}/${sha}`,
    html_url: `${htmlUrl(world, repository)}/commit/${sha}`,
  };
}

/** GitHub finds the account by the mail address; who has none there is null, whatever name the commit claims. */
function accountOf(world: World, person: Person): Shape | null {
  const login = /^([^@]+)@users\.noreply\.github\.com$/.exec(person.email)?.[1];
  return login === undefined ? null : userShape(world, login);
}

/** GitHub leaves out the patch of a file above this size. */
const LARGEST_PATCH = 500_000;

export function fileShape(world: World, repository: Repository, file: ChangedFile, commit: string): Shape {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const html = htmlUrl(world, repository);
  const shown = file.patch !== undefined && file.patch.length <= LARGEST_PATCH;
  return {
    sha: file.oid,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${commit}/${path}`,
    raw_url: `${html}/raw/${commit}/${path}`,
    contents_url: `${apiUrl(world, repository)}/contents/${path}?ref=${commit}`,
    ...(shown ? { patch: file.patch } : {}),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  };
}
