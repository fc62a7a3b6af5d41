/**
 * Unpacks an archive of `../shared` (test data that is not part of the repository) into `.cache/shared/`, once.
 * Never writes elsewhere, and is no error where the archive is absent: the caller prints nothing more and ends.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param archive path below `../shared`, e.g. `corpora/public.tar.gz`
 * @returns the folder it was unpacked to, or undefined, with a line on standard output, where there is no archive
 */
export function unpackShared(archive: string): string | undefined {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
  const source = resolve(root, '..', 'shared', archive);
  const target = join(root, '.cache', 'shared', archive.replace(/\.tar\.gz$/, ''));
  if (existsSync(target)) return target;
  if (!existsSync(source)) {
    console.log(`skipped: ../shared/${archive} is not here`);
    return undefined;
  }
  const partial = `${target}.${process.pid}.partial`;
  mkdirSync(partial, { recursive: true });
  const unpacked = spawnSync('tar', ['-xzf', source, '-C', partial], { stdio: 'inherit' });
  if (unpacked.status !== 0) throw new Error(`unpack ${source}`, { cause: unpacked.error });
  // Another process may have finished first; its result is the same.
  if (existsSync(target)) rmSync(partial, { recursive: true });
  else renameSync(partial, target);
  return target;
}
