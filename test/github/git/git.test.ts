/**
 * The stand-in's git against the real one: ids of objects, merge bases and differences must be the same.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareTrees } from './compare-trees.ts';
import { diffLines } from './diff-lines.ts';
import { GitObjects, type TreeFile } from './git-objects.ts';
import { mergeBases } from './merge-bases.ts';
import { type FileContent, readFolder } from './read-folder.ts';

const person = { name: 'Ann', email: 'ann@example.com', date: '2026-11-02T08:00:00Z' };
let folder: string;

function git(...options: string[]): string {
  const env = {
    PATH: process.env['PATH'],
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((role) => [
        [`GIT_${role}_NAME`, person.name],
        [`GIT_${role}_EMAIL`, person.email],
        [`GIT_${role}_DATE`, person.date],
      ]),
    ),
  };
  // Trailing newlines of a difference matter; those of an id do not.
  return execFileSync('git', options, { cwd: join(folder, 'work'), encoding: 'utf8', env });
}

const id = (...options: string[]): string => git(...options).trim();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-git-'));
  mkdirSync(join(folder, 'work'));
  git('init', '--quiet', '--initial-branch=main', '--separate-git-dir', join(folder, 'database'));
  rmSync(join(folder, 'work', '.git'));
  git('--git-dir', join(folder, 'database'), 'config', 'core.worktree', join(folder, 'work'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const real = (...options: string[]): string => git('--git-dir', join(folder, 'database'), ...options);

function write(objects: GitObjects, files: Readonly<Record<string, FileContent>>): string {
  const entries = Object.entries(files).map(([path, content]): [string, TreeFile] => {
    const plain = typeof content === 'string' || content instanceof Uint8Array;
    if (!plain && 'submodule' in content) return [path, { mode: '160000', oid: content.submodule }];
    const bytes = plain ? content : content.content;
    const oid = objects.writeBlob(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    return [path, { mode: plain ? '100644' : content.mode, oid }];
  });
  return objects.changeFiles('', new Map(entries));
}

describe('beside the real git', () => {
  it('gives the same ids to blobs, trees and commits of a folder', () => {
    const work = join(folder, 'work');
    mkdirSync(join(work, 'a'));
    writeFileSync(join(work, 'a.tf'), 'one\n');
    writeFileSync(join(work, 'a-b'), 'between a and a.tf\n');
    writeFileSync(join(work, 'a', 'ä.tf'), 'two\n');
    writeFileSync(join(work, 'run.sh'), '#!/bin/sh\n', { mode: 0o755 });
    symlinkSync('a.tf', join(work, 'link'));
    real('add', '-A');
    real('commit', '--quiet', '-m', 'First');
    const objects = new GitObjects();
    const tree = write(objects, readFolder(work));
    const commit = { tree, parents: [], author: person, committer: person, message: 'First\n' };
    expect(tree).toBe(real('rev-parse', 'HEAD^{tree}').trim());
    expect(objects.writeCommit(commit)).toBe(real('rev-parse', 'HEAD').trim());
  });

  it('makes the same differences', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n', 'a\nB\nc\nd\ne\nf\ng\nh\ni\nJ\n'],
      ['', 'one\n'],
      ['one\n', ''],
      ['no newline', 'no newline\n'],
      ['a\n', 'a\nb'],
      ['x\r\ny\r\n', 'x\r\nz\r\n'],
    ];
    for (const [before, after] of cases) {
      writeFileSync(join(folder, 'before'), before);
      writeFileSync(join(folder, 'after'), after);
      const objects = new GitObjects();
      const changes = compareTrees(objects, write(objects, { f: before }), write(objects, { f: after }));
      expect(changes[0]?.patch).toBe(gitPatch());
    }
  });
});

/** The hunks of `git diff`, without the words git adds behind `@@`. */
function gitPatch(): string {
  let output = '';
  try {
    id('diff', '--no-index', '--no-color', join(folder, 'before'), join(folder, 'after'));
  } catch (error) {
    output = String((error as { stdout: unknown }).stdout);
  }
  const hunks = output.slice(output.indexOf('@@'));
  return hunks.replaceAll(/^(@@ [^@]+ @@).*$/gm, '$1').replace(/\n$/, '');
}

it('changes only what is named, and drops a folder with its last file', () => {
  const objects = new GitObjects();
  const before = write(objects, { 'a/b/c.tf': 'c\n', 'a/d.tf': 'd\n', e: 'e\n' });
  const file = { mode: '100644', oid: objects.writeBlob(Buffer.from('f\n')) } as const;
  const changes = new Map([
    ['a/b/c.tf', null],
    ['e', null],
    ['e/f.tf', file],
    ['gone/too.tf', null],
  ]);
  expect(objects.changeFiles(before, changes)).toBe(write(objects, { 'a/d.tf': 'd\n', 'e/f.tf': 'f\n' }));
});

describe('merge bases', () => {
  const objects = new GitObjects();
  const commit = (message: string, ...parents: string[]): string =>
    objects.writeCommit({ tree: write(objects, { message }), parents, author: person, committer: person, message });

  it('are several where histories criss-cross, and none where they are unrelated', () => {
    const root = commit('root');
    const [left, right] = [commit('left', root), commit('right', root)];
    const [one, other] = [commit('one', left, right), commit('other', right, left)];
    expect([...mergeBases(objects, one, other)].sort()).toEqual([left, right].sort());
    expect(mergeBases(objects, left, right)).toEqual([root]);
    expect(mergeBases(objects, left, one)).toEqual([left]);
    expect(mergeBases(objects, one, commit('elsewhere'))).toEqual([]);
  });
});

describe('changed files', () => {
  const long = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');

  it('follows renames with and without changes, and says what a path was', () => {
    const objects = new GitObjects();
    const before = write(objects, {
      'old.tf': long,
      'same.tf': 'equal\n',
      'mode.sh': 'x\n',
      'file-then-folder': 'f\n',
    });
    const after = write(objects, {
      'new.tf': `${long}one more\n`,
      'moved/same.tf': 'equal\n',
      'mode.sh': { content: 'x\n', mode: '100755' },
      'file-then-folder/now.tf': 'another\n',
      vendor: { submodule: 'b'.repeat(40) },
    });
    const seen = compareTrees(objects, before, after).map(({ path, status, previousPath }) => [
      path,
      status,
      previousPath,
    ]);
    expect(seen).toEqual([
      ['file-then-folder', 'removed', undefined],
      ['file-then-folder/now.tf', 'added', undefined],
      ['mode.sh', 'changed', undefined],
      ['moved/same.tf', 'renamed', 'same.tf'],
      ['new.tf', 'renamed', 'old.tf'],
      ['vendor', 'added', undefined],
    ]);
  });

  it('has no patch for binary content', () => {
    const objects = new GitObjects();
    const [before, after] = [
      write(objects, { a: new Uint8Array([0, 1]) }),
      write(objects, { a: new Uint8Array([0, 2]) }),
    ];
    expect(compareTrees(objects, before, after)).toMatchObject([{ path: 'a', status: 'modified', patch: undefined }]);
  });
});

it('knows the lines a patch shows, on both sides', () => {
  const lines = diffLines('@@ -4,2 +4,3 @@\n same\n-gone\n+new\n+newer');
  const shown = lines.map(({ side, line, position }) => `${side} ${line} at ${position}`);
  expect(shown).toEqual(['RIGHT 4 at 1', 'LEFT 4 at 1', 'LEFT 5 at 2', 'RIGHT 5 at 3', 'RIGHT 6 at 4']);
});
