/** Finds the repository a folder belongs to and learns how it is kept. Starts git once; reads no file itself. */
import { UserError } from '../config/user-error.ts';
import type { HostEnvironment } from './git-environment.ts';
import { GitRepository } from './git-repository.ts';
import { type GitContext, runGit } from './run-git.ts';

/** Throws a UserError when the folder is in no repository git is willing to read. */
export async function openGitRepository(directory: string, environment: HostEnvironment): Promise<GitRepository> {
  const context: GitContext = { directory, environment };
  const result = await runGit(context, ['rev-parse', '--show-object-format', '--is-shallow-repository']);
  if (result.code !== 0) throw notReadable(directory, result.stderr);
  const [format, shallow] = result.stdout.toString('utf8').split('\n');
  const topLevel = await findTopLevel(context);
  return new GitRepository({
    context,
    format: format === 'sha256' ? 'sha256' : 'sha1',
    shallow: shallow === 'true',
    ...(topLevel === undefined ? {} : { topLevel }),
  });
}

async function findTopLevel(context: GitContext): Promise<string | undefined> {
  const result = await runGit(context, ['rev-parse', '--show-toplevel']);
  return result.code === 0 ? result.stdout.toString('utf8').replace(/\r?\n$/, '') : undefined;
}

function notReadable(directory: string, stderr: string): UserError {
  if (stderr.includes('dubious ownership')) {
    return new UserError(
      `git does not trust the repository in ${JSON.stringify(directory)}: another user owns it.`,
      'Run git config --global --add safe.directory <folder> if you trust it.',
    );
  }
  if (stderr.includes('cannot change to')) {
    return new UserError(`There is no folder ${JSON.stringify(directory)}.`, 'Give the path of an existing folder.');
  }
  return new UserError(
    `${JSON.stringify(directory)} is not in a git repository.`,
    'Run it inside a clone, or name folders instead; --help says how.',
  );
}
