/** Real temporary repositories: trees, merge bases, hostile names, hostile configuration, incomplete clones. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../config/user-error.ts';
import type { GitRepository } from './git-repository.ts';
import { openGitChange } from './open-git-change.ts';
import { openGitRepository } from './open-git-repository.ts';

const LIMITS = { fileBytes: 1000, treeEntries: 100 };
const ENVIRONMENT = { PATH: process.env.PATH, HOME: '/nonexistent' };
const AUTHOR = {
  ...ENVIRONMENT,
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_CONFIG_NOSYSTEM: '1',
};
let folder: string;
let root: string;
let opened: GitRepository[];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'threatdiff-git-')));
  root = join(folder, 'repository');
  opened = [];
  git('init', '-q', '-b', 'main', root);
});

afterEach(async () => {
  await Promise.all(opened.map((repository) => repository.close()));
  rmSync(folder, { recursive: true, force: true });
});

describe('the tree of a commit', () => {
  it('has the modes, ids and sizes of git and gives contents by blob', async () => {
    write('main.tf', 'hello\n');
    write('run.sh', 'x');
    execFileSync('chmod', ['+x', join(root, 'run.sh')]);
    symlinkSync('main.tf', join(root, 'link.tf'));
    const commit = commitAll();
    write('main.tf', 'changed after the commit');
    const repository = await open();
    const snapshot = repository.snapshot(await repository.resolveCommit('main'), LIMITS);
    const entries = await snapshot.entries();
    expect(snapshot.id).toBe(commit);
    expect(entries).toMatchObject([
      { path: 'link.tf', mode: 'link', size: 7 },
      { path: 'main.tf', mode: 'file', size: 6, blob: 'ce013625030ba8dba906f756967f9e9ca394464a' },
      { path: 'run.sh', mode: 'executable', size: 1 },
    ]);
    const contents = await snapshot.read(entries);
    expect(entries.map((entry) => text(contents.get(entry.blob)))).toEqual(['main.tf', 'hello\n', 'x']);
  });

  it('reads many blobs, empty ones, and blobs that look like answers of git', async () => {
    for (let index = 0; index < 60; index += 1)
      write(`f${index}`, `${'a'.repeat(40)} blob ${index}\n`.repeat(index % 20));
    commitAll();
    const snapshot = await head();
    const entries = await snapshot.entries();
    const contents = await snapshot.read(entries);
    for (const entry of entries) {
      const index = Number(entry.path.slice(1));
      expect(text(contents.get(entry.blob))).toBe(`${'a'.repeat(40)} blob ${index}\n`.repeat(index % 20));
    }
  });

  it('keeps names with newlines, leading dashes and bytes that are not UTF-8', async () => {
    const names = ['--output=x', '-x', 'new\nline.tf', 'tab\there.tf'];
    for (const name of names) write(name, name);
    writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9, 0x2f]).subarray(0, 1)]), 'latin');
    commitAll();
    const snapshot = await head();
    const entries = await snapshot.entries();
    expect(entries.map((entry) => [entry.path, entry.pathNotUtf8])).toEqual([
      ['--output=x', undefined],
      ['-x', undefined],
      ['caf\\xe9', true],
      ['new\nline.tf', undefined],
      ['tab\there.tf', undefined],
    ]);
    expect((await snapshot.read(entries)).size).toBe(5);
  });

  it('reads again after its process was closed, and after it ended for being idle', async () => {
    write('a', 'content');
    commitAll();
    const repository = await open();
    const snapshot = repository.snapshot(await repository.resolveCommit('HEAD'), LIMITS);
    const entries = await snapshot.entries();
    await snapshot.read(entries);
    await repository.close();
    expect((await snapshot.read(entries)).size).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await snapshot.read(entries)).size).toBe(1);
  });

  it('lists submodules as gitlinks with the commit they point at', async () => {
    write('a', '');
    const id = commitAll();
    git('-C', root, 'update-index', '--add', '--cacheinfo', `160000,${id},modules/vpc`);
    git('-C', root, 'commit', '-qm', 'link');
    const entries = await (await head()).entries();
    expect(entries.at(-1)).toEqual({ path: 'modules/vpc', mode: 'gitlink', blob: id, size: 0 });
  });

  it('does not load blobs above the limit and stops at the limit of entries', async () => {
    write('big', 'x'.repeat(1001));
    write('small', 'y');
    commitAll();
    const snapshot = await head();
    expect((await snapshot.read(await snapshot.entries())).size).toBe(1);
    const cut = await head({ fileBytes: 1000, treeEntries: 1 });
    expect((await cut.entries()).map((entry) => entry.path)).toEqual(['big']);
    expect(cut.problems()).toMatchObject([{ code: 'budget-exceeded', effect: 'not-evaluated' }]);
  });

  it('reads repositories with SHA-256 ids', async () => {
    rmSync(root, { recursive: true });
    git('init', '-q', '-b', 'main', '--object-format=sha256', root);
    write('main.tf', 'hello\n');
    commitAll();
    const snapshot = await head();
    const entries = await snapshot.entries();
    expect(entries[0]?.blob).toMatch(/^[0-9a-f]{64}$/);
    expect((await snapshot.read(entries)).size).toBe(1);
    expect(snapshot.problems()).toEqual([]);
  });

  it('does not let a replacement ref answer for a blob', async () => {
    write('main.tf', 'honest');
    write('other', 'forged');
    commitAll();
    const [honest, forged] = ['main.tf', 'other'].map((name) => git('-C', root, 'rev-parse', `HEAD:${name}`).trim());
    git('-C', root, 'replace', honest ?? '', forged ?? '');
    const snapshot = await head();
    const contents = await snapshot.read(await snapshot.entries());
    expect(text(contents.get(honest ?? ''))).toBe('honest');
  });
});

describe('names of commits', () => {
  it('takes nothing for an option and says what does not exist', async () => {
    write('a', '');
    commitAll();
    const repository = await open();
    for (const name of ['--upload-pack=x', '-x', '--all', '', 'a\nb', 'nul\0', 'main:a', 'x'.repeat(2000)]) {
      const error = await repository.resolveCommit(name).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({ exitCode: 2 });
      expect(error instanceof UserError ? error.hint : '').toContain('git fetch');
    }
  });

  it('finds branches only the remote has, and the default branch', async () => {
    write('a', '');
    const commit = commitAll();
    const repository = await open();
    expect(await repository.defaultBranch()).toBe('refs/heads/main');
    git('-C', root, 'update-ref', 'refs/remotes/origin/release', commit);
    git('-C', root, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/release');
    expect(await repository.resolveCommit('release')).toBe(commit);
    expect(await repository.defaultBranch()).toBe('refs/remotes/origin/release');
  });

  it('says that no default branch can be told', async () => {
    write('a', '');
    commitAll();
    git('-C', root, 'branch', '-m', 'main', 'work');
    await expect((await open()).defaultBranch()).rejects.toThrow('The default branch cannot be told');
  });
});

describe('a change', () => {
  it('compares with the merge base, not with the tip of the base', async () => {
    write('a', '1');
    const base = commitAll();
    git('-C', root, 'checkout', '-qb', 'topic');
    write('b', '2');
    const tip = commitAll();
    git('-C', root, 'checkout', '-q', 'main');
    write('c', '3');
    commitAll();
    const change = await openGitChange({ repository: await open(), base: 'main', head: 'topic', limits: LIMITS });
    expect(change.before.map((snapshot) => snapshot.id)).toEqual([base]);
    expect(change.after.id).toBe(tip);
    await change.close();
    await change.close();
  });

  it('has every merge base of a criss-cross history', async () => {
    write('a', '1');
    commitAll();
    git('-C', root, 'checkout', '-qb', 'topic');
    write('b', '2');
    const left = commitAll();
    git('-C', root, 'checkout', '-q', 'main');
    write('c', '3');
    const right = commitAll();
    git('-C', root, 'merge', '-q', '-m', 'm', left);
    git('-C', root, 'checkout', '-q', 'topic');
    git('-C', root, 'merge', '-q', '-m', 'm', right);
    const change = await openGitChange({ repository: await open(), base: 'main', head: 'topic', limits: LIMITS });
    expect(change.before.map((snapshot) => snapshot.id)).toEqual([left, right].sort());
  });

  it('counts everything as new when two branches share no history', async () => {
    write('a', '1');
    commitAll();
    git('-C', root, 'checkout', '-q', '--orphan', 'other');
    write('a', '2');
    commitAll();
    const change = await openGitChange({ repository: await open(), base: 'main', head: 'other', limits: LIMITS });
    expect(change.before).toEqual([]);
    expect(change.description.before).toBe('nothing (main and other share no history)');
  });

  it('refuses a shallow clone without the merge base and names the fix', async () => {
    write('a', '1');
    commitAll();
    git('-C', root, 'checkout', '-qb', 'topic');
    write('b', '2');
    commitAll();
    git('-C', root, 'checkout', '-q', 'main');
    write('c', '3');
    commitAll();
    const clone = join(folder, 'clone');
    git('clone', '-q', '--depth', '1', '--no-single-branch', `file://${root}`, clone);
    const repository = await open(clone);
    await expect(openGitChange({ repository, base: 'main', head: 'topic', limits: LIMITS })).rejects.toMatchObject({
      message: 'The merge base is not in this shallow clone.',
      hint: 'Run git fetch --unshallow (actions/checkout: fetch-depth: 0).',
    });
  });

  it('never fetches for a partial clone, and names the fix', async () => {
    write('a', 'content');
    commitAll();
    git('-C', root, 'config', 'uploadpack.allowFilter', 'true');
    const clone = join(folder, 'clone');
    git('clone', '-q', '--no-checkout', '--filter=blob:none', `file://${root}`, clone);
    const repository = await open(clone);
    const snapshot = repository.snapshot(await repository.resolveCommit('HEAD'), LIMITS);
    await expect(snapshot.entries()).rejects.toThrow('The clone lacks objects');
    const blob = { path: 'a', mode: 'file', size: 7, blob: git('-C', root, 'rev-parse', 'HEAD:a').trim() } as const;
    await expect(snapshot.read([blob])).rejects.toThrow();
  });
});

describe('the work tree as head', () => {
  it('has tracked and untracked files, and neither ignored, deleted nor escaped ones', async () => {
    write('tracked.tf', '1');
    write('gone.tf', '1');
    write('was/inside.tf', '1');
    write('.gitignore', 'ignored.tf\n');
    commitAll();
    write('tracked.tf', '2');
    write('-new.tf', '3');
    write('ignored.tf', '4');
    rmSync(join(root, 'gone.tf'));
    rmSync(join(root, 'was'), { recursive: true });
    mkdirSync(join(folder, 'outside'));
    writeFileSync(join(folder, 'outside', 'inside.tf'), 'not ours');
    symlinkSync('../outside', join(root, 'was'));
    const change = await openGitChange({ repository: await open(), base: 'main', head: 'WORKTREE', limits: LIMITS });
    const entries = await change.after.entries();
    expect(entries.map((entry) => `${entry.mode} ${entry.path}`)).toEqual([
      'file -new.tf',
      'file .gitignore',
      'file tracked.tf',
      'link was',
    ]);
    const contents = await change.after.read(entries);
    expect(entries.map((entry) => text(contents.get(entry.blob)))).toEqual(['3', 'ignored.tf\n', '2', '../outside']);
  });

  it('refuses a sparse checkout, where missing files are not deleted ones', async () => {
    write('a/x', '1');
    write('b/y', '1');
    commitAll();
    git('-C', root, 'sparse-checkout', 'set', 'a');
    const change = await openGitChange({ repository: await open(), base: 'main', head: 'WORKTREE', limits: LIMITS });
    await expect(change.after.entries()).rejects.toThrow('sparse checkout');
  });

  it('refuses a work tree that configuration puts elsewhere', async () => {
    write('a', '1');
    commitAll();
    git('-C', root, 'config', 'core.worktree', '/usr');
    const repository = await open();
    await expect(openGitChange({ repository, base: 'main', head: 'WORKTREE', limits: LIMITS })).rejects.toThrow(
      'core.worktree',
    );
  });
});

describe('a hostile repository', () => {
  it('runs no program its configuration names', async () => {
    write('a.tf', '1');
    write('.gitattributes', '* filter=evil diff=evil\n');
    commitAll();
    const mark = join(folder, 'executed');
    const program = join(folder, 'evil.sh');
    writeFileSync(program, `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    const settings = {
      'core.fsmonitor': program,
      'core.hooksPath': folder,
      'core.pager': program,
      'core.sshCommand': program,
      'filter.evil.smudge': program,
      'filter.evil.clean': program,
      'diff.evil.textconv': program,
      'extensions.partialClone': 'origin',
      'remote.origin.promisor': 'true',
      'remote.origin.url': `ext::${program}`,
      'protocol.allow': 'always',
    };
    for (const [key, value] of Object.entries(settings)) git('-C', root, 'config', key, value);
    const repository = await open();
    const change = await openGitChange({ repository, base: 'main', head: 'WORKTREE', limits: LIMITS });
    await change.after.read(await change.after.entries());
    await change.before[0]?.read((await change.before[0]?.entries()) ?? []);
    const missing = { path: 'x', mode: 'file', size: 1, blob: 'f'.repeat(40) } as const;
    await expect(change.before[0]?.read([missing])).rejects.toThrow();
    expect(existsSync(mark)).toBe(false);
  });

  it('is not fooled by the environment of a hook', async () => {
    write('a', '1');
    const commit = commitAll();
    const repository = await openGitRepository(root, { ...ENVIRONMENT, GIT_DIR: '/nonexistent', GIT_TRACE: '1' });
    opened.push(repository);
    expect(await repository.resolveCommit('HEAD')).toBe(commit);
  });
});

describe('opening', () => {
  it('says that a folder is in no repository, and that git is missing', async () => {
    await expect(openGitRepository(folder, ENVIRONMENT)).rejects.toThrow('is not in a git repository');
    await expect(openGitRepository(root, { PATH: '/nonexistent' })).rejects.toThrow('git is not installed');
  });
});

function git(...args: string[]): string {
  return execFileSync('git', args, { env: AUTHOR, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
}

function write(path: string, content: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

function commitAll(): string {
  git('-C', root, 'add', '-A');
  git('-C', root, 'commit', '-q', '--allow-empty', '-m', 'change');
  return git('-C', root, 'rev-parse', 'HEAD').trim();
}

async function open(directory = root): Promise<GitRepository> {
  const repository = await openGitRepository(directory, ENVIRONMENT);
  opened.push(repository);
  return repository;
}

async function head(limits = LIMITS) {
  const repository = await open();
  return repository.snapshot(await repository.resolveCommit('HEAD'), limits);
}

function text(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
}
