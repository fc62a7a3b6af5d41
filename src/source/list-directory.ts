/**
 * Every path below a directory, as bytes. Walks with a list, not recursion, so that depth costs no stack; never
 * follows a link; leaves out `.git`, which git never tracks. Opens nothing but directories.
 */

import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { absolutePath } from './absolute-path.ts';

export interface ListedFile {
  /** Relative to the root, `/`-separated, as stored on disk. */
  readonly name: Buffer;
  readonly stats: Stats;
}

export interface DirectoryListing {
  readonly files: readonly ListedFile[];
  /** Directories and files that could not be looked at, with the system's error code. */
  readonly failures: readonly { readonly name: Buffer; readonly code: string }[];
  /** More than `maxFiles` files: the listing is cut. */
  readonly truncated: boolean;
}

const SLASH = Buffer.from('/');

/** Lists `root`. The order is by bytes within each directory, so a cut listing is the same on every machine. */
export async function listDirectory(root: Buffer, maxFiles: number): Promise<DirectoryListing> {
  const files: ListedFile[] = [];
  const failures: { name: Buffer; code: string }[] = [];
  const pending: Buffer[] = [Buffer.alloc(0)];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    const names = await readNames(absolutePath(root, directory));
    if (typeof names === 'string') {
      failures.push({ name: directory, code: names });
      continue;
    }
    for (const name of names) {
      const path = directory.length === 0 ? name : Buffer.concat([directory, SLASH, name]);
      const stats = await statOf(absolutePath(root, path));
      if (typeof stats === 'string') failures.push({ name: path, code: stats });
      else if (stats.isDirectory()) pending.push(path);
      else if (files.length === maxFiles) return { files, failures, truncated: true };
      else files.push({ name: path, stats });
    }
  }
  return { files, failures, truncated: false };
}

async function readNames(directory: Buffer): Promise<Buffer[] | string> {
  try {
    const names = await readdir(directory, { encoding: 'buffer' });
    return names.filter((name) => name.toString('latin1') !== '.git').sort((left, right) => left.compare(right));
  } catch (error) {
    return errorCode(error);
  }
}

async function statOf(path: Buffer): Promise<Stats | string> {
  try {
    return await lstat(path);
  } catch (error) {
    return errorCode(error);
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
