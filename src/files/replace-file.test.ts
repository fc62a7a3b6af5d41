/** A file of a tree is replaced only while it is exactly what was read. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { replaceFile } from './replace-file.ts';

const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-replace-'));
const root = join(scratch, 'root');

beforeEach(() => {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(join(root, 'a'), { recursive: true });
  writeFileSync(join(root, 'a/x.tf'), 'old');
  writeFileSync(join(scratch, 'outside.tf'), 'old');
  symlinkSync('x.tf', join(root, 'a/link.tf'));
  symlinkSync('a', join(root, 'folder'));
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

it('writes the new text and leaves nothing else behind', async () => {
  await replaceFile({ root, path: 'a/x.tf', before: 'old', after: 'new' });
  expect(readFileSync(join(root, 'a/x.tf'), 'utf8')).toBe('new');
  expect(readdirSync(join(root, 'a')).sort()).toEqual(['link.tf', 'x.tf']);
});

it.each([
  ['a file that changed', 'a/x.tf', 'older'],
  ['a link', 'a/link.tf', 'old'],
  ['a folder that is a link', 'folder/x.tf', 'old'],
  ['a path out of the tree', '../outside.tf', 'old'],
  ['a path out of the tree on a detour', 'a/../../outside.tf', 'old'],
  ['a file that is gone', 'a/gone.tf', 'old'],
  ['a folder', 'a', 'old'],
])('refuses %s', async (_, path, before) => {
  await expect(replaceFile({ root, path, before, after: 'new' })).rejects.toThrow(/is not written|cannot be written/);
  expect(readFileSync(join(root, 'a/x.tf'), 'utf8')).toBe('old');
  expect(readFileSync(join(scratch, 'outside.tf'), 'utf8')).toBe('old');
});
