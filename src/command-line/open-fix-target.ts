/** Opens what `fix` works on: a folder as it is, or a change as `diff` takes it; and where its files can be written. */
import { isAbsolute, relative, resolve } from 'node:path';
import { loadPolicy } from '../config/load-policy.ts';
import { UserError } from '../config/user-error.ts';
import { openDirectoryChange } from '../source/open-directory-change.ts';
import { openGitRepository } from '../source/open-git-repository.ts';
import { CHANGE_OPTIONS } from './change-options.ts';
import type { ParsedArguments } from './command.ts';
import type { Host } from './host.ts';
import { loadSources } from './load-sources.ts';
import { openChange } from './open-change.ts';
import type { OpenedChange } from './opened-change.ts';
import { readDay } from './read-day.ts';

export interface FixTarget extends OpenedChange {
  /** Folder that holds the head; undefined where the head is a commit or a recorded run. */
  readonly root: string | undefined;
  /** What stands before paths in the diff: a folder below the working directory is named from there. */
  readonly prefix: string;
}

/** Throws a UserError for options that do not go together and for what cannot be opened. */
export async function openFixTarget(
  args: ParsedArguments,
  host: Host,
  running: { readonly engine: string; readonly rulePack: string },
): Promise<FixTarget> {
  const [path] = args.positionals;
  if (path === undefined) {
    const root = await findRoot(args, host);
    const prefix = args.options.has('after') ? prefixOf(root, host) : '';
    return { ...(await openChange(args, host, running)), root, prefix };
  }
  const clash = CHANGE_OPTIONS.find(({ name }) => args.options.has(name));
  if (clash !== undefined) {
    throw new UserError(`A path and --${clash.name} do not go together.`, 'See threatdiff fix --help.');
  }
  const root = resolve(host.directory, path);
  const asOf = readDay(args.options.get('as-of'), host.now());
  const policy = await loadSources(args, host, undefined);
  const limits = loadPolicy(policy, asOf).policy.budgets;
  return {
    change: await openDirectoryChange(undefined, root, limits),
    policy,
    asOf,
    root,
    prefix: prefixOf(root, host),
  };
}

function prefixOf(root: string | undefined, host: Host): string {
  const path = root === undefined ? '' : relative(host.directory, root).replaceAll('\\', '/');
  return path === '' || isAbsolute(path) || path.split('/').includes('..') ? '' : `${path}/`;
}

async function findRoot({ options }: ParsedArguments, host: Host): Promise<string | undefined> {
  const after = options.get('after');
  if (after !== undefined) return resolve(host.directory, after);
  if (options.has('inputs') || (options.get('head') ?? 'WORKTREE') !== 'WORKTREE') return undefined;
  const folder = resolve(host.directory, options.get('repo') ?? '.');
  const repository = await openGitRepository(folder, host.environment);
  await repository.close();
  return repository.options.topLevel;
}
