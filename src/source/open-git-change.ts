/** Base and head of a local repository as a change: before is their merge base, never the tip of the base. */
import type { BudgetLimits } from '../model/budget.ts';
import type { GitRepository } from './git-repository.ts';
import { openWorktree } from './open-worktree.ts';
import type { ChangeSource } from './snapshot.ts';

export interface GitChangeOptions {
  readonly repository: GitRepository;
  /** Branch, tag or commit the change goes into. */
  readonly base: string;
  /** Branch, tag or commit; `WORKTREE` is the work tree (a branch of that name is `refs/heads/WORKTREE`). */
  readonly head: string;
  readonly limits: Pick<BudgetLimits, 'fileBytes' | 'treeEntries'>;
}

/** Throws a UserError for unknown names and for clones that lack the history. Closing it closes the repository. */
export async function openGitChange(options: GitChangeOptions): Promise<ChangeSource> {
  const { repository, base, head, limits } = options;
  const worktree = head === 'WORKTREE';
  const baseTip = await repository.resolveCommit(base);
  const headCommit = await repository.resolveCommit(worktree ? 'HEAD' : head);
  const bases = await repository.mergeBases(baseTip, headCommit);
  const after = worktree ? await openWorktree(repository, limits) : repository.snapshot(headCommit, limits);
  return {
    before: bases.map((commit) => repository.snapshot(commit, limits)),
    after,
    description: {
      before: bases.length === 0 ? `nothing (${base} and ${head} share no history)` : `merge base with ${base}`,
      after: worktree ? 'the work tree' : head,
    },
    close: () => repository.close(),
  };
}
