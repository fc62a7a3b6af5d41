/**
 * Opens a folder the user named. The folder itself may be a link; nothing below it is followed. Reads no environment.
 */
import { realpath, stat } from 'node:fs/promises';
import { UserError } from '../config/user-error.ts';
import type { BudgetLimits } from '../model/budget.ts';
import { DirectorySnapshot } from './directory-snapshot.ts';
import { listDirectory } from './list-directory.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * A snapshot of the folder at `path`; `id` is what the report calls it (`directory`). Throws a UserError when there is
 * no such folder.
 */
export async function openDirectory(
  path: string,
  limits: Pick<BudgetLimits, 'fileBytes' | 'treeEntries'>,
  id = 'directory',
): Promise<Snapshot> {
  const root = await resolveFolder(path);
  return new DirectorySnapshot({ id, root, limits, list: listDirectory });
}

async function resolveFolder(path: string): Promise<Buffer> {
  try {
    const root = await realpath(path, { encoding: 'buffer' });
    if ((await stat(root)).isDirectory()) return root;
  } catch (error) {
    throw new UserError(`There is no folder ${JSON.stringify(path)}.`, 'Give the path of an existing folder.', {
      cause: error,
    });
  }
  throw new UserError(`${JSON.stringify(path)} is not a folder.`, 'Give the path of a folder.');
}
