/** Opens the base and head a `diff` names in a repository. Policy comes from the default branch, never from the head. */
import { resolve } from 'node:path';
import { loadPolicy } from '../config/load-policy.ts';
import { openGitChange } from '../source/open-git-change.ts';
import { openGitRepository } from '../source/open-git-repository.ts';
import type { ParsedArguments } from './command.ts';
import type { Host } from './host.ts';
import { loadSources } from './load-sources.ts';
import type { OpenedChange } from './opened-change.ts';

/** The change between a base and a head of a repository. Throws a UserError. */
export async function openRepository(args: ParsedArguments, host: Host, asOf: string): Promise<OpenedChange> {
  const folder = resolve(host.directory, args.options.get('repo') ?? '.');
  const repository = await openGitRepository(folder, host.environment);
  try {
    const policy = await loadSources(args, host, repository);
    const limits = loadPolicy(policy, asOf).policy.budgets;
    const base = args.options.get('base') ?? (await repository.defaultBranch());
    const head = args.options.get('head') ?? 'WORKTREE';
    return { change: await openGitChange({ repository, base, head, limits }), policy, asOf };
  } catch (error) {
    await repository.close();
    throw error;
  }
}
