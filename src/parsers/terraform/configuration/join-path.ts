/**
 * Paths inside the tree. May not leave it: `..` above the root and absolute paths have no answer.
 */

/** `join('infra/prod', '../modules/x')` is `infra/modules/x`; undefined outside the tree. The root is ''. */
export function joinPath(directory: string, path: string): string | undefined {
  if (path.startsWith('/') || path.includes('\\') || path.includes('\0')) return undefined;
  const parts = directory === '' || directory === '.' ? [] : directory.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
