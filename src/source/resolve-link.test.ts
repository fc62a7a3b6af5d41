/** Links inside the tree: compared with what a real file system does, and bounded where it loops. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TreeEntry } from '../model/tree.ts';
import { resolveLink } from './resolve-link.ts';
import { TreeIndex } from './tree-index.ts';

describe('resolveLink', () => {
  it('follows a link to a file, and a path through a link to a folder', () => {
    const index = tree({ 'dev/x.tf': undefined, 'prod/x.tf': '../dev/x.tf', live: 'dev' });
    expect(resolveLink('prod/x.tf', index)).toMatchObject({ status: 'entry', entry: { path: 'dev/x.tf' } });
    expect(resolveLink('live/x.tf', index)).toMatchObject({ status: 'entry', entry: { path: 'dev/x.tf' } });
    expect(resolveLink('live', index)).toMatchObject({ status: 'directory', path: 'dev', links: [{ path: 'live' }] });
    expect(resolveLink('', index)).toMatchObject({ status: 'directory', path: '' });
  });

  it('tells out of the tree from nothing there', () => {
    const index = tree({ abs: '/etc/passwd', up: '../secret', 'a/up': '../../x', gone: 'nothing', 'a/in': '../a/up' });
    expect(resolveLink('abs', index).status).toBe('out-of-tree');
    expect(resolveLink('up', index).status).toBe('out-of-tree');
    expect(resolveLink('a/in', index).status).toBe('out-of-tree');
    expect(resolveLink('gone', index)).toMatchObject({ status: 'dangling', path: 'nothing' });
    expect(resolveLink('none/x', index)).toMatchObject({ status: 'missing', path: 'none' });
  });

  it('gives up on circles and on chains longer than Linux follows', () => {
    expect(resolveLink('a', tree({ a: 'b', b: 'a' })).status).toBe('loop');
    expect(resolveLink('a/x', tree({ a: 'a/a/a/a' })).status).toBe('loop');
    const chain = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`l${index}`, `l${index + 1}`]));
    expect(resolveLink('l0', tree({ ...chain, l41: undefined })).status).toBe('loop');
    expect(resolveLink('l1', tree({ ...chain, l41: undefined })).status).toBe('entry');
  });

  it('does what the file system does', () => {
    const part = fc.constantFrom('a', 'b', '..', '.');
    const target = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const path = fc.constantFrom('a', 'b', 'a/a', 'a/b', 'b/a', 'b/b', 'a/b/a', 'b/b/b');
    const links = fc.uniqueArray(fc.tuple(path, fc.option(target, { nil: undefined })), {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 6,
    });
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'threatdiff-links-')));
    try {
      fc.assert(
        fc.property(links, target, (wanted, asked) => {
          const box = join(root, 'box');
          rmSync(box, { recursive: true, force: true });
          mkdirSync(box);
          const index = tree(Object.fromEntries(wanted.filter(([name, to]) => place(box, name, to))));
          expect(answer(resolveLink(asked, index))).toBe(onDisk(box, asked));
        }),
        { numRuns: 400, seed: 11 },
      );
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});

/** Files and links by path: a target makes a link. */
function tree(files: Readonly<Record<string, string | undefined>>): TreeIndex {
  const entries = Object.entries(files).map(
    ([path, target]): TreeEntry => ({ path, mode: target === undefined ? 'file' : 'link', blob: path, size: 1 }),
  );
  const targets = Object.entries(files).flatMap(([path, target]) =>
    target === undefined ? [] : [[path, target] as const],
  );
  return new TreeIndex(entries, new Map(targets));
}

/** Whether the file could be made: not when its folder is a file or a link, or it is a folder already. */
function place(box: string, name: string, target: string | undefined): boolean {
  try {
    const folder = dirname(join(box, name));
    mkdirSync(folder, { recursive: true });
    if (realpathSync(folder) !== folder) return false;
    if (target === undefined) writeFileSync(join(box, name), 'x', { flag: 'wx' });
    else symlinkSync(target, join(box, name));
    return true;
  } catch {
    return false;
  }
}

function answer(resolved: ReturnType<typeof resolveLink>): string {
  if (resolved.status === 'entry') return resolved.entry.path;
  return resolved.status === 'directory' ? `${resolved.path}` : 'none';
}

function onDisk(box: string, asked: string): string {
  try {
    // Not path.join, which would take `a/..` away before the file system sees it.
    const real = realpathSync.native(`${box}/${asked}`);
    return real === box ? '' : real.startsWith(`${box}/`) ? real.slice(box.length + 1) : 'none';
  } catch {
    return 'none';
  }
}
