/**
 * Whether a workspace is a checkout of a pull request. Reads a few small files of `.git`; follows no link and starts
 * nothing, because whatever is there may be the author's.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegularFile } from '../source/read-regular-file.ts';

const MOST_BYTES = 64 * 1024;
const BRANCH = /^ref: (refs\/heads\/[\w./-]{1,200})$/;

/** True where `HEAD` is the head commit, or where the head or the merge of this pull request was fetched. */
export async function findCheckout(
  workspace: string,
  { number, headSha }: { readonly number: number; readonly headSha: string },
): Promise<boolean> {
  const git = join(workspace, '.git');
  const head = await readText(join(git, 'HEAD'));
  if (head === undefined) return false;
  const branch = BRANCH.exec(head)?.[1];
  const isInside = branch !== undefined && !branch.split('/').includes('..');
  const commit = isInside ? await readText(join(git, branch)) : head;
  if (commit === headSha) return true;
  const fetched = ['head', 'merge'].map((side) => join(git, 'refs/remotes/pull', String(number), side));
  const found = await Promise.all(
    fetched.map((path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

async function readText(path: string): Promise<string | undefined> {
  try {
    const { bytes } = await readRegularFile(Buffer.from(path), MOST_BYTES, 'sha1');
    return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8').trim();
  } catch {
    // Absent, a link, a folder: in any case no checkout that git would use.
    return undefined;
  }
}
