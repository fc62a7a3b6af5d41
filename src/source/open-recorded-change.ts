/**
 * Opens a recorded run, to make the same report again through any door. Reads one file; the trees, the policy and the
 * day are in it.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../config/user-error.ts';
import type { RecordedInputs } from '../model/inputs.ts';
import { InputsSnapshot } from './inputs-snapshot.ts';
import { readInputs } from './read-inputs.ts';
import type { ChangeSource } from './snapshot.ts';

export interface RecordedChange extends Pick<RecordedInputs, 'policy' | 'asOf' | 'plans'> {
  readonly change: ChangeSource;
}

/**
 * `path` is relative to `directory`. Throws a UserError when there is no such file, or when it was recorded with another
 * engine or other rules than those running.
 */
export async function openRecordedChange(
  directory: string,
  path: string,
  running: { readonly engine: string; readonly rulePack: string },
): Promise<RecordedChange> {
  let text: string;
  try {
    text = await readFile(resolve(directory, path), 'utf8');
  } catch (error) {
    throw new UserError(`${JSON.stringify(path)} cannot be read.`, 'Name a file that a run recorded its inputs in.', {
      cause: error,
    });
  }
  const { before, after, policy, asOf, plans } = readInputs(text, running);
  const change = {
    before: before.map((tree) => new InputsSnapshot(tree)),
    after: new InputsSnapshot(after),
    description: { before: 'a recorded run', after: 'a recorded run' },
    close: () => Promise.resolve(),
  };
  return { change, policy, asOf, ...(plans === undefined ? {} : { plans }) };
}
