/** Policy files from a folder the user named. Files that are not there are no policy; files that cannot be read stop. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '../config/user-error.ts';
import type { PolicyFile, PolicyFiles } from '../model/policy.ts';
import { readRegularFile } from '../source/read-regular-file.ts';

const MAX_BYTES = 4 * 1024 * 1024;

/** `threatdiff.yml` and `threatdiff-waivers.yml` of `path`, relative to `directory`. Throws a UserError. */
export async function readPolicyDirectory(directory: string, path: string): Promise<PolicyFiles> {
  const folder = resolve(directory, path);
  const isFolder = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new UserError(`There is no folder ${JSON.stringify(path)}.`, 'Name the folder of threatdiff.yml.');
  const [policy, waivers] = await Promise.all([
    readFile(folder, 'threatdiff.yml'),
    readFile(folder, 'threatdiff-waivers.yml'),
  ]);
  return { ...(policy ? { policy } : {}), ...(waivers ? { waivers } : {}) };
}

async function readFile(folder: string, name: string): Promise<PolicyFile | undefined> {
  try {
    const { bytes, blob } = await readRegularFile(Buffer.from(join(folder, name)), MAX_BYTES, 'sha1');
    if (bytes === undefined) throw new Error('too large');
    return { file: name, id: blob, text: new TextDecoder().decode(bytes) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UserError(`${JSON.stringify(name)} cannot be read.`, 'It must be a regular file of at most 4 MB.', {
      cause: error,
    });
  }
}
