/** Writes a result so that nobody ever reads half of it: beside its place first, then renamed into it. */
import { randomUUID } from 'node:crypto';
import { rename, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../config/user-error.ts';

/** Writes `text` to `path` (relative to `directory`). Throws a UserError where that is not possible. */
export async function writeFileAtomically(directory: string, path: string, text: string): Promise<void> {
  const target = resolve(directory, path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UserError(
      `${JSON.stringify(path)} cannot be written (${reason}).`,
      'Name a file in a folder that exists.',
      {
        cause: error,
      },
    );
  }
}
