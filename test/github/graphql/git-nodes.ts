/**
 * Git objects as GraphQL shows them. Blobs: `text` is null for binary content and cut above a size, which `isBinary` and
 * `isTruncated` say; whoever needs the bytes must check them against `oid`.
 * https://docs.github.com/en/graphql/reference/objects#blob
 */
import type { Commit, TreeEntry } from '../git/git-objects.ts';
import { isBinary } from '../git/unified-diff.ts';
import { htmlUrl } from '../shapes/repository.ts';
import { nodeId } from '../shapes/node-id.ts';
import { findCommit } from '../state/commits.ts';
import type { Repository } from '../state/state.ts';
import { checkSuitesOf, type CheckSuiteValues } from './check-nodes.ts';
import { type ConnectionValues, connection } from './connection.ts';
import { pullsOfCommit } from './pull-nodes.ts';
import type { Viewer } from './viewer.ts';

type Node = Readonly<Record<string, unknown>>;

export interface ObjectValues {
  readonly oid?: string | null;
  /** `main`, or `main:path/of/file`. */
  readonly expression?: string | null;
}

export function objectNode(viewer: Viewer, repository: Repository, values: ObjectValues): Node | null {
  viewer.require(repository, 'contents=read');
  const oid = values.oid ?? resolveExpression(viewer, repository, values.expression ?? '');
  const objects = viewer.world.objectsOf(repository);
  if (oid === undefined) return null;
  const blob = objects.blob(oid);
  if (blob) return blobNode(viewer, repository, oid, blob);
  const commit = objects.commit(oid);
  if (commit) return commitNode(viewer, repository, oid, commit);
  const tree = objects.tree(oid);
  return tree ? treeNode(viewer, repository, oid, tree) : null;
}

function common(viewer: Viewer, repository: Repository, type: string, oid: string): Node {
  const url = `${htmlUrl(viewer.world, repository)}/commit/${oid}`;
  return {
    __typename: type,
    id: nodeId(type, `${repository.id}:${oid}`),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    commitUrl: url,
    commitResourcePath: new URL(url).pathname,
  };
}

function blobNode(viewer: Viewer, repository: Repository, oid: string, content: Uint8Array): Node {
  const limit = viewer.world.limits.blobText;
  const binary = isBinary(content);
  return {
    ...common(viewer, repository, 'Blob', oid),
    byteSize: content.length,
    isBinary: binary,
    isTruncated: content.length > limit,
    text: binary ? null : Buffer.from(content.subarray(0, limit)).toString('utf8'),
  };
}

export function commitNode(viewer: Viewer, repository: Repository, oid: string, commit: Commit): Node {
  return {
    ...common(viewer, repository, 'Commit', oid),
    message: commit.message,
    messageHeadline: commit.message.split('\n')[0] ?? '',
    committedDate: commit.committer.date,
    authoredDate: commit.author.date,
    author: { name: commit.author.name, email: commit.author.email, date: commit.author.date },
    tree: () => objectNode(viewer, repository, { oid: commit.tree }),
    file: ({ path }: { path: string }) => fileNode(viewer, repository, commit.tree, path),
    parents: (values: ConnectionValues) =>
      connection('parents', commit.parents, values, (parent) => objectNode(viewer, repository, { oid: parent })),
    checkSuites: (values: CheckSuiteValues) => checkSuitesOf(viewer, repository, oid, values),
    associatedPullRequests: (values: ConnectionValues) => pullsOfCommit(viewer, repository, oid, values),
    url: `${htmlUrl(viewer.world, repository)}/commit/${oid}`,
  };
}

function treeNode(viewer: Viewer, repository: Repository, oid: string, entries: readonly TreeEntry[]): Node {
  const nodes = entries.map((entry) => entryNode(viewer, repository, entry));
  return { ...common(viewer, repository, 'Tree', oid), entries: nodes };
}

/** A commit's `file`: what stands at a path, also a folder; null where nothing does. */
function fileNode(viewer: Viewer, repository: Repository, tree: string, path: string): Node | null {
  const objects = viewer.world.objectsOf(repository);
  let below: string | undefined = tree;
  let found: TreeEntry | undefined;
  for (const part of path.split('/')) {
    found = objects.tree(below ?? '')?.find((each) => each.name === part);
    below = found?.oid;
  }
  return found === undefined ? null : { ...entryNode(viewer, repository, found), path };
}

function entryNode(viewer: Viewer, repository: Repository, entry: TreeEntry): Node {
  const type = (mode: string): string => (mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob');
  return {
    name: entry.name,
    mode: Number.parseInt(entry.mode, 8),
    type: type(entry.mode),
    oid: entry.oid,
    size: viewer.world.objectsOf(repository).blob(entry.oid)?.length ?? 0,
    object: () => objectNode(viewer, repository, { oid: entry.oid }),
  };
}

function resolveExpression(viewer: Viewer, repository: Repository, expression: string): string | undefined {
  const [name = '', path] = expression.split(/:(.*)/s);
  const commit = findCommit(viewer.world, repository, name);
  const objects = viewer.world.objectsOf(repository);
  const tree = objects.commit(commit ?? '')?.tree;
  if (path === undefined) return commit;
  let oid = tree;
  for (const part of path.split('/').filter((each) => each !== '')) {
    oid = objects.tree(oid ?? '')?.find((each) => each.name === part)?.oid;
  }
  return oid;
}
