/**
 * The work tree as head, for a look before committing: tracked files and untracked ones that are not ignored, as they
 * are on disk. The bytes are the disk's: line-ending conversion and filters of git are not applied. The only source
 * that reads a work tree, and only when the user asks for it by name.
 */
import { lstat, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { UserError } from '../config/user-error.ts';
import type { BudgetLimits } from '../model/budget.ts';
import type { TreeEntry } from '../model/tree.ts';
import { absolutePath } from './absolute-path.ts';
import { decodePath } from './decode-path.ts';
import { DirectorySnapshot } from './directory-snapshot.ts';
import type { GitRepository } from './git-repository.ts';
import type { DirectoryListing, ListedFile } from './list-directory.ts';
import { runGit } from './run-git.ts';
import type { Snapshot } from './snapshot.ts';

interface IndexedPath {
  readonly name: Buffer;
  /** `H` tracked, `S` left out by a sparse checkout, `?` untracked, `M` unmerged. */
  readonly tag: string;
  /** Commit id of a gitlink. */
  readonly gitlink?: string;
}

const TAB = 0x09;
const SLASH = 0x2f;
const BYTES_PER_ENTRY = 512;

/** Throws a UserError for a bare repository, a work tree elsewhere, or a sparse checkout. */
export async function openWorktree(
  repository: GitRepository,
  limits: Pick<BudgetLimits, 'fileBytes' | 'treeEntries'>,
): Promise<Snapshot> {
  const root = await findRoot(repository);
  const { environment } = repository.options.context;
  const args = ['ls-files', '-z', '-t', '-s', '-c', '-o', '--exclude-standard', '--full-name'];
  const maxBytes = (limits.treeEntries + 1) * BYTES_PER_ENTRY;
  const result = await runGit({ directory: root, environment }, args, maxBytes);
  if (result.code !== 0 && !result.truncated) throw new Error(`list the work tree: ${result.stderr.trim()}`);
  const paths = parseLsFiles(result.stdout);
  return new DirectorySnapshot({
    id: 'work tree',
    root: Buffer.from(root),
    limits,
    format: repository.options.format,
    gitlinks: paths.flatMap(gitlinkEntry),
    list: (folder, maxFiles) => statPaths(folder, paths, result.truncated ? 0 : maxFiles),
  });
}

async function findRoot(repository: GitRepository): Promise<string> {
  const { topLevel, context } = repository.options;
  if (topLevel === undefined) throw new UserError('A bare repository has no work tree.', 'Name a commit as the head.');
  const [root, directory] = await Promise.all([realpath(topLevel), realpath(context.directory)]);
  // A repository's configuration may name any folder of this machine as its work tree.
  if (directory === root || directory.startsWith(root.endsWith(sep) ? root : root + sep)) return root;
  throw new UserError('The work tree of this repository is another folder (core.worktree).', 'Run it in that folder.');
}

function parseLsFiles(output: Buffer): readonly IndexedPath[] {
  const paths = new Map<string, IndexedPath>();
  let at = 0;
  for (let end = output.indexOf(0); end !== -1; end = output.indexOf(0, at)) {
    const path = parseRecord(output.subarray(at, end));
    // Unmerged paths are listed once per stage.
    paths.set(path.name.toString('latin1'), path);
    at = end + 1;
  }
  return [...paths.values()];
}

/** `? <path>` for untracked files, `<tag> <mode> <object> <stage>\t<path>` for tracked ones. */
function parseRecord(record: Buffer): IndexedPath {
  const tag = record.toString('latin1', 0, 1);
  if (tag === '?') return { tag, name: record.subarray(2) };
  const tab = record.indexOf(TAB);
  const [, mode, object = ''] = record.toString('latin1', 0, tab).split(' ');
  const name = record.subarray(tab + 1);
  return mode === '160000' ? { tag, name, gitlink: object } : { tag, name };
}

function gitlinkEntry(path: IndexedPath): TreeEntry[] {
  if (path.gitlink === undefined) return [];
  return [{ ...decodePath(path.name), mode: 'gitlink', blob: path.gitlink, size: 0 }];
}

async function statPaths(root: Buffer, paths: readonly IndexedPath[], maxFiles: number): Promise<DirectoryListing> {
  const files: ListedFile[] = [];
  const failures: { name: Buffer; code: string }[] = [];
  const folders = new Map<string, boolean>();
  for (const path of paths) {
    if (path.gitlink !== undefined) continue;
    if (path.name.at(-1) === SLASH) {
      failures.push({ name: path.name.subarray(0, -1), code: 'it is another repository' });
      continue;
    }
    const stats = await statBelow(root, path.name, folders);
    if (typeof stats === 'string') failures.push({ name: path.name, code: stats });
    else if (stats === undefined) refuseSparse(path);
    else if (files.length === maxFiles) return { files, failures, truncated: true };
    else files.push({ name: path.name, stats });
  }
  return { files, failures, truncated: false };
}

function refuseSparse(path: IndexedPath): void {
  if (path.tag !== 'S') return;
  throw new UserError(
    'A sparse checkout leaves tracked files out of the work tree.',
    'Run git sparse-checkout disable, or name a commit as the head.',
  );
}

/** Stats of a file; undefined when it was deleted, which for git includes a folder in its place or a link above it. */
async function statBelow(
  root: Buffer,
  name: Buffer,
  folders: Map<string, boolean>,
): Promise<ListedFile['stats'] | string | undefined> {
  try {
    for (let at = name.indexOf(SLASH); at !== -1; at = name.indexOf(SLASH, at + 1)) {
      if (!(await isFolder(root, name.subarray(0, at), folders))) return undefined;
    }
    const stats = await lstat(absolutePath(root, name));
    return stats.isDirectory() ? undefined : stats;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : code;
  }
}

async function isFolder(root: Buffer, name: Buffer, folders: Map<string, boolean>): Promise<boolean> {
  const key = name.toString('latin1');
  const known = folders.get(key);
  if (known !== undefined) return known;
  const folder = (await lstat(absolutePath(root, name))).isDirectory();
  folders.set(key, folder);
  return folder;
}
