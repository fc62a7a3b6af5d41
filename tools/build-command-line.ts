/** The command line of this tree, built where the caller wants it, so that a `dist` of the user's is left alone. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds into `folder` and returns the path of its `cli.js`. Throws an Error with what the build printed. */
export function buildCommandLine(folder: string): string {
  const tool = join(import.meta.dirname, 'build.ts');
  const made = spawnSync(process.execPath, [tool, '--out', folder], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`the command line could not be built\n${made.stdout}${made.stderr}`);
  return join(folder, 'cli.js');
}
