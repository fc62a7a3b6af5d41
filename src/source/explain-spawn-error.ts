/** Why git could not be started, as an error to throw. Starts nothing. */
import { UserError } from '../config/user-error.ts';

/** A UserError when git is not installed, else an Error with the cause. */
export function explainSpawnError(error: Error): Error {
  if (!('code' in error) || error.code !== 'ENOENT') return new Error('start git', { cause: error });
  return new UserError('git is not installed, or not on the PATH.', 'Install git, or compare two folders.', {
    cause: error,
  });
}
