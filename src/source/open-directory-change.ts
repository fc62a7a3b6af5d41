/** Two folders, or one, as a change. Reads no git and no configuration. */
import type { BudgetLimits } from '../model/budget.ts';
import { openDirectory } from './open-directory.ts';
import type { ChangeSource } from './snapshot.ts';

/**
 * `before` undefined is a plain scan: everything in `after` is new. Throws a UserError when a folder does not exist.
 */
export async function openDirectoryChange(
  before: string | undefined,
  after: string,
  limits: Pick<BudgetLimits, 'fileBytes' | 'treeEntries'>,
): Promise<ChangeSource> {
  const beforeSnapshots = before === undefined ? [] : [await openDirectory(before, limits, 'before directory')];
  const afterSnapshot = await openDirectory(after, limits, before === undefined ? 'directory' : 'after directory');
  return {
    before: beforeSnapshots,
    after: afterSnapshot,
    description: {
      before: before === undefined ? 'nothing (the folder is scanned as it is)' : 'a folder',
      after: 'a folder',
    },
    close: () => Promise.resolve(),
  };
}
