/** Directories as snapshots, with the names and file types a hostile tree may hold. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../config/user-error.ts';
import { openDirectory } from './open-directory.ts';
import { openDirectoryChange } from './open-directory-change.ts';

const LIMITS = { fileBytes: 1000, treeEntries: 100 };
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'threatdiff-directory-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a directory', () => {
  it('lists files with the blob ids and modes git gives them, sorted by code units', async () => {
    writeFileSync(join(root, 'b.tf'), 'hello\n');
    mkdirSync(join(root, 'a'));
    writeFileSync(join(root, 'a', 'x.sh'), '');
    chmodSync(join(root, 'a', 'x.sh'), 0o755);
    writeFileSync(join(root, 'a.tf'), 'x');
    symlinkSync('../outside', join(root, 'link'));
    const snapshot = await openDirectory(root, LIMITS);
    expect(await snapshot.entries()).toEqual([
      { path: 'a.tf', mode: 'file', blob: gitHash('x'), size: 1 },
      { path: 'a/x.sh', mode: 'executable', blob: 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391', size: 0 },
      { path: 'b.tf', mode: 'file', blob: 'ce013625030ba8dba906f756967f9e9ca394464a', size: 6 },
      { path: 'link', mode: 'link', blob: gitHash('../outside'), size: 10 },
    ]);
    expect(snapshot.id).toBe('directory');
    expect(snapshot.problems()).toEqual([]);
  });

  it('reads a link as its target and never the file behind it', async () => {
    symlinkSync('/etc/passwd', join(root, 'passwd'));
    const snapshot = await openDirectory(root, LIMITS);
    const contents = await snapshot.read(await snapshot.entries());
    expect([...contents.values()].map((bytes) => Buffer.from(bytes).toString())).toEqual(['/etc/passwd']);
  });

  it('does not look into .git, at any depth, and keeps its look-alikes', async () => {
    for (const folder of ['.git', 'sub/.git', '.github']) {
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, 'config'), 'x');
    }
    const snapshot = await openDirectory(root, LIMITS);
    expect((await snapshot.entries()).map((entry) => entry.path)).toEqual(['.github/config']);
  });

  it('reports a pipe instead of waiting for it', async () => {
    execFileSync('mkfifo', [join(root, 'pipe.tf')]);
    const snapshot = await openDirectory(root, LIMITS);
    expect(await snapshot.entries()).toEqual([]);
    expect(snapshot.problems()).toMatchObject([
      { code: 'unreadable-file', effect: 'not-evaluated', location: { path: 'pipe.tf' } },
    ]);
  });

  it('lists a file above the limit with its blob id and does not load it', async () => {
    writeFileSync(join(root, 'big.tf'), 'x'.repeat(1001));
    const snapshot = await openDirectory(root, LIMITS);
    const entries = await snapshot.entries();
    expect(entries).toMatchObject([{ path: 'big.tf', size: 1001, blob: gitHash('x'.repeat(1001)) }]);
    expect((await snapshot.read(entries)).size).toBe(0);
  });

  it('marks a name that is not UTF-8 and still reads the file', async () => {
    const name = Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('é.tf')]);
    writeFileSync(name, 'x');
    const snapshot = await openDirectory(root, LIMITS);
    const entries = await snapshot.entries();
    expect(entries).toMatchObject([{ path: 'caf\\xe9é.tf', pathNotUtf8: true }]);
    expect([...(await snapshot.read(entries)).keys()]).toEqual([gitHash('x')]);
  });

  it('reads names that look like options and names with a newline', async () => {
    for (const name of ['-rf', '--output=x', 'two\nlines.tf', '__proto__']) writeFileSync(join(root, name), name);
    const snapshot = await openDirectory(root, LIMITS);
    const entries = await snapshot.entries();
    expect(entries.map((entry) => entry.path)).toEqual(['--output=x', '-rf', '__proto__', 'two\nlines.tf']);
    expect((await snapshot.read(entries)).size).toBe(4);
  });

  it('reports a file that changes between listing and reading, without its path on this machine', async () => {
    writeFileSync(join(root, 'main.tf'), 'x');
    const snapshot = await openDirectory(root, LIMITS);
    const entries = await snapshot.entries();
    writeFileSync(join(root, 'main.tf'), 'y');
    expect((await snapshot.read(entries)).size).toBe(0);
    expect(snapshot.problems()).toMatchObject([{ code: 'unreadable-file', location: { path: 'main.tf' } }]);
    expect(JSON.stringify(snapshot.problems())).not.toContain(root);
  });

  it('does not follow a link put in the place of a listed file', async () => {
    writeFileSync(join(root, 'main.tf'), 'x');
    const snapshot = await openDirectory(root, LIMITS);
    const entries = await snapshot.entries();
    rmSync(join(root, 'main.tf'));
    symlinkSync('/etc/passwd', join(root, 'main.tf'));
    expect((await snapshot.read(entries)).size).toBe(0);
    expect(snapshot.problems()).toMatchObject([{ message: 'The file cannot be read (ELOOP).' }]);
  });

  it('stops at the limit of entries and says so', async () => {
    for (let index = 0; index < 5; index += 1) writeFileSync(join(root, `f${index}`), '');
    const snapshot = await openDirectory(root, { fileBytes: 10, treeEntries: 3 });
    expect((await snapshot.entries()).map((entry) => entry.path)).toEqual(['f0', 'f1', 'f2']);
    expect(snapshot.problems()).toMatchObject([{ code: 'budget-exceeded', effect: 'not-evaluated' }]);
  });

  it.skipIf(process.getuid?.() === 0)('reports a file without read permission', async () => {
    writeFileSync(join(root, 'secret.tf'), 'x');
    chmodSync(join(root, 'secret.tf'), 0);
    const snapshot = await openDirectory(root, LIMITS);
    expect(await snapshot.entries()).toEqual([]);
    expect(snapshot.problems()).toMatchObject([{ message: 'The file cannot be read (EACCES).' }]);
  });
});

describe('opening a directory', () => {
  it('says that a folder does not exist, or is none', async () => {
    writeFileSync(join(root, 'file'), '');
    await expect(openDirectory(join(root, 'none'), LIMITS)).rejects.toThrow(/There is no folder ".*none"/);
    await expect(openDirectory(join(root, 'file'), LIMITS)).rejects.toBeInstanceOf(UserError);
    await expect(openDirectory(join(root, 'a\0b'), LIMITS)).rejects.toBeInstanceOf(UserError);
  });

  it('compares two folders, and scans one against nothing', async () => {
    mkdirSync(join(root, 'one'));
    mkdirSync(join(root, 'two'));
    const change = await openDirectoryChange(join(root, 'one'), join(root, 'two'), LIMITS);
    expect([...change.before.map((snapshot) => snapshot.id), change.after.id]).toEqual([
      'before directory',
      'after directory',
    ]);
    expect((await openDirectoryChange(undefined, root, LIMITS)).before).toEqual([]);
  });
});

function gitHash(text: string): string {
  return execFileSync('git', ['hash-object', '--stdin'], { input: text }).toString().trim();
}
