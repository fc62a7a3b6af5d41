/**
 * Puts a new text in the place of a file of a tree, whole or not at all. Refuses whatever is not exactly the file that
 * was read: links, files outside of the tree, files somebody changed since.
 */
import { randomUUID } from 'node:crypto';
import { chmod, lstat, readFile, realpath, rename, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../config/user-error.ts';

export interface Replacement {
  /** Folder of the tree. */
  readonly root: string;
  /** Relative to it, with `/`. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Throws a UserError where the file is not as it was read, or cannot be written. */
export async function replaceFile(replacement: Replacement): Promise<void> {
  const { path, after } = replacement;
  try {
    const { target, mode } = await findTarget(replacement);
    const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    try {
      await writeFile(temporary, after, { flag: 'wx' });
      await chmod(temporary, mode);
      await rename(temporary, target);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UserError(`${JSON.stringify(path)} cannot be written (${reason}).`, 'Files before it were written.', {
      cause: error,
    });
  }
}

async function findTarget({ root, path, before }: Replacement): Promise<{ target: string; mode: number }> {
  const parts = path.split('/');
  const isInside = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  const folder = join(await realpath(root), ...parts.slice(0, -1));
  const target = join(folder, parts.at(-1) ?? '');
  if (!isInside || (await realpath(folder)) !== folder) throw refuse(path, 'a link leads to it');
  const stats = await lstat(target);
  if (!stats.isFile()) throw refuse(path, 'it is not a plain file');
  if (!(await readFile(target)).equals(Buffer.from(before, 'utf8'))) throw refuse(path, 'it changed while it was read');
  return { target, mode: stats.mode & 0o7777 };
}

function refuse(path: string, why: string): UserError {
  return new UserError(`${JSON.stringify(path)} is not written: ${why}.`, 'Run it again, or apply the diff by hand.');
}
