/**
 * Reads a folder of the disk as the content of a repository: links stay links, executables stay executable. Reads
 * nothing a link points to.
 */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { FileMode } from './git-objects.ts';

/** A file as a test describes it: its text, its bytes, or content with a mode; a submodule names its commit. */
export type FileContent =
  | string
  | Uint8Array
  | { readonly content: string | Uint8Array; readonly mode: FileMode }
  | { readonly submodule: string };

export function readFolder(folder: string): Record<string, FileContent> {
  const files: Record<string, FileContent> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '');
    if (entry.isSymbolicLink()) files[name] = { content: readlinkSync(path), mode: '120000' };
    else if (entry.isFile()) {
      const executable = (lstatSync(path).mode & 0o100) !== 0;
      files[name] = executable ? { content: readFileSync(path), mode: '100755' } : readFileSync(path);
    }
  }
  return files;
}
