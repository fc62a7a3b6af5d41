/**
 * Git's own objects: refs, commits, trees and blobs.
 * https://docs.github.com/en/rest/git
 */
import type { FileMode, TreeEntry, TreeFile } from '../git/git-objects.ts';
import { type Answer, type Call, created, type Handlers, NO_CONTENT, ok } from '../http/call.ts';
import { HttpError, notFound, unprocessable } from '../http/http-error.ts';
import type { Shape } from '../shapes/accounts.ts';
import { gitCommitShape } from '../shapes/commits.ts';
import { nodeId } from '../shapes/node-id.ts';
import { apiUrl } from '../shapes/repository.ts';
import { findCommit, moveBranch } from '../state/commits.ts';

export const gitHandlers = {
  'git/get-ref': (call) => {
    const sha = call.repository.refs.get(`refs/${call.text('ref')}`);
    if (sha === undefined) throw notFound();
    return ok(refShape(call, `refs/${call.text('ref')}`, sha));
  },

  'git/list-matching-refs': (call) => {
    const fitting = [...call.repository.refs].filter(([ref]) => ref.startsWith(`refs/${call.text('ref')}`));
    return ok(fitting.map(([ref, sha]) => refShape(call, ref, sha)));
  },

  'git/create-ref': (call) => {
    const { ref, sha } = call.body<{ ref: string; sha: string }>();
    if (!/^refs\/[^/]+\/.+/.test(ref)) throw unprocessable('Reference name must be a valid ref');
    if (call.repository.refs.has(ref)) throw unprocessable('Reference already exists');
    setRef(call, ref, sha);
    return created(refShape(call, ref, sha));
  },

  'git/update-ref': (call) => {
    const { sha, force } = call.body<{ sha: string; force?: boolean }>();
    const ref = `refs/${call.text('ref')}`;
    const present = call.repository.refs.get(ref);
    if (present === undefined) throw unprocessable('Reference does not exist');
    if (!force && !call.objects.history(sha).includes(present)) throw unprocessable('Update is not a fast forward');
    setRef(call, ref, sha);
    return ok(refShape(call, ref, sha));
  },

  'git/delete-ref': (call) => {
    if (!call.repository.refs.delete(`refs/${call.text('ref')}`)) throw unprocessable('Reference does not exist');
    return NO_CONTENT;
  },

  'git/get-commit': (call) => {
    const sha = call.text('commit_sha');
    if (!call.objects.commit(sha)) throw notFound();
    return ok(gitCommitShape(call.world, call.repository, sha));
  },

  'git/create-commit': createCommit,

  'git/get-tree': getTree,

  'git/create-tree': createTree,

  'git/get-blob': getBlob,

  'git/create-blob': (call) => {
    const { content, encoding = 'utf-8' } = call.body<{ content: string; encoding?: string }>();
    const sha = call.objects.writeBlob(Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'));
    return created({ sha, url: `${apiUrl(call.world, call.repository)}/git/blobs/${sha}` });
  },
} satisfies Handlers;

function refShape(call: Call, ref: string, sha: string): Shape {
  const url = apiUrl(call.world, call.repository);
  return {
    ref,
    node_id: nodeId('Ref', `${call.repository.id}:${ref}`),
    url: `${url}/git/${ref}`,
    object: { type: 'commit', sha, url: `${url}/git/commits/${sha}` },
  };
}

function setRef(call: Call, ref: string, sha: string): void {
  if (!call.objects.commit(sha)) throw unprocessable('Object does not exist');
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  if (branch === undefined) call.repository.refs.set(ref, sha);
  else moveBranch(call.world, call.repository, branch, sha);
}

interface CreateCommit {
  readonly message: string;
  readonly tree: string;
  readonly parents?: readonly string[];
  readonly author?: { readonly name: string; readonly email: string; readonly date?: string };
}

function createCommit(call: Call): Answer {
  const { message, tree, parents = [], author } = call.body<CreateCommit>();
  if (!call.objects.tree(tree)) throw unprocessable('Tree SHA does not exist');
  if (parents.some((parent) => !call.objects.commit(parent)))
    throw unprocessable('Parent SHA does not exist or is not a commit object');
  const own = { name: call.login, email: `${call.login}@users.noreply.github.com` };
  const person = { ...own, ...author, date: author?.date ?? call.world.timestamp() };
  const sha = call.objects.writeCommit({ tree, parents, message, author: person, committer: person });
  return created(gitCommitShape(call.world, call.repository, sha));
}

/** By the id of a tree, or by anything that names a commit. */
function getTree(call: Call): Answer {
  const name = call.text('tree_sha');
  const commit = findCommit(call.world, call.repository, name);
  const tree = commit === undefined ? name : (call.objects.commit(commit)?.tree ?? '');
  if (!call.objects.tree(tree)) throw notFound();
  // Whatever its value: even `recursive=0` is recursive.
  const recursive = call.query('recursive') !== undefined;
  return ok(treeShape(call, tree, recursive));
}

/**
 * The recursive listing stops at 100,000 entries and says so; the client must then walk tree by tree.
 * https://docs.github.com/en/rest/git/trees#get-a-tree
 */
function treeShape(call: Call, tree: string, recursive: boolean): Shape {
  const limit = call.world.limits.treeEntries;
  const entries: Shape[] = [];
  let truncated = false;
  for (const { path, entry } of recursive ? call.objects.walk(tree) : flat(call.objects.tree(tree) ?? [])) {
    truncated = entries.length === limit;
    if (truncated) break;
    entries.push(entryShape(call, path, entry));
  }
  return { sha: tree, url: `${apiUrl(call.world, call.repository)}/git/trees/${tree}`, tree: entries, truncated };
}

function* flat(entries: readonly TreeEntry[]): Generator<{ path: string; entry: TreeEntry }> {
  for (const entry of entries) yield { path: entry.name, entry };
}

function entryShape(call: Call, path: string, { mode, oid }: TreeEntry): Shape {
  const url = apiUrl(call.world, call.repository);
  if (mode === '160000') return { path, mode, type: 'commit', sha: oid };
  if (mode === '040000') return { path, mode, type: 'tree', sha: oid, url: `${url}/git/trees/${oid}` };
  const size = call.objects.blob(oid)?.length ?? 0;
  return { path, mode, type: 'blob', sha: oid, size, url: `${url}/git/blobs/${oid}` };
}

interface CreateTree {
  readonly base_tree?: string;
  readonly tree: readonly { path?: string; mode?: string; sha?: string | null; content?: string }[];
}

function createTree(call: Call): Answer {
  const { base_tree: base, tree } = call.body<CreateTree>();
  const start = base === undefined ? '' : (call.objects.commit(base)?.tree ?? base);
  if (base !== undefined && !call.objects.tree(start)) throw notFound();
  const changes = new Map<string, TreeFile | null>();
  for (const { path = '', mode = '100644', sha, content } of tree) {
    const oid = sha ?? call.objects.writeBlob(Buffer.from(content ?? ''));
    const known = mode === '160000' || call.objects.blob(oid) !== undefined;
    if (sha !== null && !known) throw unprocessable(`tree.sha ${oid} is not a valid blob`);
    changes.set(path, sha === null ? null : { mode: mode as FileMode, oid });
  }
  return created(treeShape(call, call.objects.changeFiles(start, changes), false));
}

/** https://docs.github.com/en/rest/git/blobs#get-a-blob: up to 100 megabytes. */
const LARGEST_BLOB = 100_000_000;

function getBlob(call: Call): Answer {
  const sha = call.text('file_sha');
  const content = call.objects.blob(sha);
  if (!content) throw notFound();
  if (content.length > LARGEST_BLOB) throw new HttpError(403, 'This API returns blobs up to 100 MB in size.');
  if (call.accept.includes('raw'))
    return { status: 200, raw: { type: 'application/vnd.github.raw; charset=utf-8', content } };
  return ok({
    sha,
    node_id: nodeId('Blob', `${call.repository.id}:${sha}`),
    size: content.length,
    url: `${apiUrl(call.world, call.repository)}/git/blobs/${sha}`,
    content: Buffer.from(content).toString('base64').replaceAll(/.{60}/g, '$&\n'),
    encoding: 'base64',
  });
}
