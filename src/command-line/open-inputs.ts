/** Opens a recorded run, to make the same report again. Reads one file; the trees and the policy are in it. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../config/user-error.ts';
import type { RecordedInputs } from '../model/inputs.ts';
import { readInputs } from '../source/read-inputs.ts';
import type { Host } from './host.ts';

/** Throws a UserError when there is no such file, or when it was recorded with another engine or other rules. */
export async function openInputs(
  path: string,
  host: Pick<Host, 'directory'>,
  running: { readonly engine: string; readonly rulePack: string },
): Promise<RecordedInputs> {
  let text: string;
  try {
    text = await readFile(resolve(host.directory, path), 'utf8');
  } catch (error) {
    throw new UserError(`${JSON.stringify(path)} cannot be read.`, 'Name a file that --write-inputs wrote.', {
      cause: error,
    });
  }
  return readInputs(text, running);
}
