/**
 * The difference of two folders as GitHub lists it for a pull request: a unified patch for every text file that is not
 * the same on both sides. For tools that show what an author would get; knows no renames, so a moved file is two.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { structuredPatch } from 'diff';
import type { PatchedFile } from '../src/reporters/review-comments/review-comment.ts';

const CONTEXT = 3;

/** Sorted by path. Binary files have no patch, as on GitHub. */
export function listPatches(before: string, after: string): readonly PatchedFile[] {
  const [old, now] = [readTexts(before), readTexts(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
  return paths.flatMap((path): readonly PatchedFile[] => {
    const [left, right] = [old.get(path), now.get(path)];
    if (left === right) return [];
    const status = left === undefined ? 'added' : right === undefined ? 'removed' : 'modified';
    const isText = !`${left ?? ''}${right ?? ''}`.includes('\0');
    return [{ path, status, ...(isText ? { patch: patchOf(left ?? '', right ?? '') } : {}) }];
  });
}

function readTexts(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')];
    }),
  );
}

/** Hunks without file headers. */
function patchOf(before: string, after: string): string {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: CONTEXT });
  return hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines }) =>
      [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines].join('\n'),
    )
    .join('\n');
}
