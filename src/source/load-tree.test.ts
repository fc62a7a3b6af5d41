/** Loading a tree: what is read, what is recorded, and what is said about content that is not what gets deployed. */
import { describe, expect, it } from 'vitest';
import type { Problem } from '../model/problem.ts';
import type { TreeEntry } from '../model/tree.ts';
import { loadTree } from './load-tree.ts';
import { type MemoryFile, MemorySnapshot } from './memory-snapshot.ts';

const LIMITS = { fileBytes: 2000, treeBytes: 10_000 };
const LFS = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n';
type Files = Readonly<Record<string, string | MemoryFile>>;

describe('reading a loaded tree', () => {
  it('gives text, misses, listings, and records each of them', async () => {
    const { files } = await load({ 'a/main.tf': '\uFEFFx = 1', 'a/b/c.tf': '', 'notes.md': 'n' });
    const reader = files.createReader();
    expect(reader.read('a/main.tf')).toMatchObject({ status: 'text', text: 'x = 1' });
    expect(reader.read('a/none.tf')).toEqual({ status: 'missing' });
    expect(reader.read('a/b')).toEqual({ status: 'missing' });
    expect(reader.read('../x')).toEqual({ status: 'missing' });
    expect(reader.list('a')).toEqual(['b', 'main.tf']);
    expect(reader.list('')).toEqual(['a', 'notes.md']);
    expect(reader.list('.')).toEqual(['a', 'notes.md']);
    expect(reader.list('nowhere')).toEqual([]);
    expect(reader.reads().map((read) => `${read.type} ${read.path}`)).toEqual([
      'listing ',
      'listing a',
      'missing a/b',
      'file a/main.tf',
      'missing a/none.tf',
      'missing nowhere',
    ]);
    expect(files.createReader().reads()).toEqual([]);
  });

  it('asks for a file that was not loaded and has it after loading', async () => {
    const { files } = await load({ 'main.tf': '', 'policy.json': '{}' });
    const reader = files.createReader();
    expect(reader.read('policy.json')).toEqual({ status: 'wanted' });
    expect(reader.wanted()).toEqual(['policy.json']);
    await files.load(reader.wanted());
    expect(files.createReader().read('policy.json')).toMatchObject({ status: 'text', text: '{}' });
  });

  it('reads through links inside the tree and records them', async () => {
    const { files, problems } = await load({ 'dev/x.tf': 'dev', 'prod/x.tf': link('../dev/x.tf'), live: link('dev') });
    const reader = files.createReader();
    expect(reader.read('prod/x.tf')).toMatchObject({ status: 'text', text: 'dev', entry: { path: 'dev/x.tf' } });
    expect(reader.read('live/x.tf')).toMatchObject({ status: 'text', text: 'dev' });
    expect(reader.list('live')).toEqual(['x.tf']);
    expect(reader.reads().map((read) => `${read.type} ${read.path}`)).toEqual([
      'listing dev',
      'file dev/x.tf',
      'file live',
      'file prod/x.tf',
    ]);
    expect(problems).toEqual([]);
  });
});

describe('limits', () => {
  it('leaves out a file that is too large', async () => {
    expect(await problemsOf({ 'big.tf': 'x'.repeat(2001), 'ok.tf': 'x'.repeat(2000) })).toEqual([
      'file-too-large not-evaluated big.tf',
    ]);
  });

  it('stops at the bytes of a tree, in path order, counting equal files once', async () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 7; index += 1) files[`f${index}.tf`] = String(index % 6).repeat(2000);
    expect(await problemsOf(files)).toEqual(['budget-exceeded not-evaluated f5.tf']);
  });

  it('rejects every path that shares an unreadable content', async () => {
    const { files } = await load({ 'a.tf': LFS, 'b.tf': LFS });
    expect(files.createReader().read('b.tf')).toEqual({ status: 'rejected' });
    expect(files.problems().map((problem) => problem.location?.path)).toEqual(['a.tf', 'b.tf']);
  });

  it('reports content the source leaves out, so that it never looks read', async () => {
    const snapshot = new MemorySnapshot({ 'main.tf': 'x' });
    const silent = {
      id: 'silent',
      entries: () => snapshot.entries(),
      read: () => Promise.resolve(new Map<string, Uint8Array>()),
      problems: () => [],
    };
    const { files } = await loadTree(silent, () => true, LIMITS);
    expect(files.problems()).toMatchObject([{ code: 'unreadable-file', location: { path: 'main.tf' } }]);
  });
});

describe('content that is not what is deployed', () => {
  const utf16 = Buffer.from('\uFEFFresource', 'utf16le');
  const cases: readonly [string, Files, readonly string[]][] = [
    ['an LFS pointer', { 'main.tf': LFS }, ['lfs-pointer not-evaluated main.tf']],
    ['an old LFS pointer', { 'main.tf': LFS.replace('git-lfs', 'hawser') }, ['lfs-pointer not-evaluated main.tf']],
    ['UTF-16 with a mark', { 'main.tf': { content: utf16 } }, ['unsupported-encoding not-evaluated main.tf']],
    [
      'UTF-16 without one',
      { 'main.tf': { content: utf16.subarray(2) } },
      ['unsupported-encoding not-evaluated main.tf'],
    ],
    [
      'big-endian UTF-16',
      { 'a.tf': { content: Buffer.from([0xfe, 0xff, 0, 0x61]) } },
      ['unsupported-encoding not-evaluated a.tf'],
    ],
    [
      'UTF-32',
      { 'a.tf': { content: Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]) } },
      ['unsupported-encoding not-evaluated a.tf'],
    ],
    ['Latin-1', { 'main.tf': { content: Buffer.from([0x63, 0xe9]) } }, ['unsupported-encoding not-evaluated main.tf']],
    ['a submodule', { modules: { content: '', mode: 'gitlink' } }, ['submodule not-evaluated modules']],
    ['a link out of the tree', { 'x.tf': link('../../x.tf') }, ['link-out-of-tree not-evaluated x.tf']],
    ['an absolute link', { 'x.tf': link('/etc/passwd') }, ['link-out-of-tree not-evaluated x.tf']],
    ['a link to nothing', { 'x.tf': link('y.tf') }, ['link-dangling not-evaluated x.tf']],
    [
      'a link into a submodule',
      { m: { content: '', mode: 'gitlink' }, x: link('m/y') },
      ['submodule not-evaluated m', 'link-dangling not-evaluated x'],
    ],
    [
      'links in a circle',
      { a: link('b'), b: link('a') },
      ['link-dangling not-evaluated a', 'link-dangling not-evaluated b'],
    ],
    [
      'names that differ in case',
      { 'Main.tf': '1', 'main.tf': '2' },
      ['case-collision ambiguous Main.tf', 'case-collision ambiguous main.tf'],
    ],
    [
      'folders that differ in case',
      { 'Prod/a.tf': '1', 'prod/b.tf': '2' },
      ['case-collision ambiguous Prod/a.tf', 'case-collision ambiguous prod/b.tf'],
    ],
    [
      'names that differ in normalisation',
      { 'caf\u00e9.tf': '1', 'cafe\u0301.tf': '2' },
      ['case-collision ambiguous cafe\u0301.tf', 'case-collision ambiguous caf\u00e9.tf'],
    ],
    [
      'names that differ in an invisible character',
      { 'a\u200d.tf': '1', 'a.tf': '2' },
      ['case-collision ambiguous a.tf', 'case-collision ambiguous a\u200d.tf'],
    ],
    [
      'a filter',
      { '.gitattributes': '*.tf filter=vault', 'a/main.tf': 'x', 'n.md': '' },
      ['content-filter not-evaluated a/main.tf'],
    ],
    [
      'a filter by macro',
      { '.gitattributes': '[attr]sealed filter=vault\n*.tf sealed', 'main.tf': 'x' },
      ['content-filter not-evaluated main.tf'],
    ],
    [
      'another encoding',
      { '.gitattributes': 'main.tf working-tree-encoding=UTF-16', 'main.tf': 'x' },
      ['content-filter not-evaluated main.tf'],
    ],
    [
      'a quoted pattern',
      { '.gitattributes': '"my\\040file.tf" filter=x', 'my file.tf': 'x' },
      ['content-filter not-evaluated my file.tf'],
    ],
    [
      'a filter in a folder',
      { 'a/.gitattributes': '* filter=x', 'a/m.tf': 'x', 'b/m.tf': 'x' },
      ['content-filter not-evaluated a/m.tf'],
    ],
  ];
  it.each(cases)('%s', async (_name, files, expected) => {
    expect(await problemsOf(files)).toEqual(expected);
  });

  const harmless: readonly [string, Files][] = [
    [
      'export-ignore and generated marks',
      { '.gitattributes': '*.tf export-ignore linguist-generated -diff ident eol=crlf', 'a.tf': '' },
    ],
    ['LFS on a file that is no pointer', { '.gitattributes': '*.tf filter=lfs diff=lfs merge=lfs -text', 'a.tf': 'x' }],
    [
      'a filter that a deeper file takes away',
      { '.gitattributes': '*.tf filter=x', 'a/.gitattributes': '*.tf -filter', 'a/m.tf': 'x' },
    ],
    ['a mark before UTF-8', { 'a.tf': '\uFEFFx' }],
  ];
  it.each(harmless)('is not %s', async (_name, files) => {
    expect(await problemsOf(files)).toEqual([]);
    const { files: tree } = await load(files);
    const path = Object.keys(files).at(-1) ?? '';
    expect(tree.createReader().read(path).status).toBe('text');
  });

  it('marks a name that is not UTF-8, and an escaped name never stands in for a real one', async () => {
    const real = new MemorySnapshot({ 'a\\xff.tf': 'real', b: 'escaped' });
    const [first, second] = await real.entries();
    const entries = [first, { ...second, path: 'a\\xff.tf', pathNotUtf8: true }] as readonly TreeEntry[];
    const snapshot = {
      id: 'x',
      entries: () => Promise.resolve(entries),
      read: real.read.bind(real),
      problems: () => [],
    };
    const { files, problems } = await loadTree(snapshot, () => true, LIMITS);
    expect(problems.map(short)).toEqual(['path-not-utf8 ambiguous a\\xff.tf']);
    expect(files.createReader().read('a\\xff.tf')).toMatchObject({ text: 'real' });
  });

  it('says so when there are more filter rules than it applies', async () => {
    const rules = Array.from({ length: 1001 }, (_, index) => `f${index} filter=x`).join('\n');
    expect(await problemsOf({ '.gitattributes': rules.slice(0, 0) })).toEqual([]);
    const snapshot = new MemorySnapshot({ '.gitattributes': rules });
    const { problems } = await loadTree(snapshot, () => false, { fileBytes: 1e6, treeBytes: 1e6 });
    expect(problems.map(short)).toEqual(['content-filter not-evaluated .gitattributes']);
  });
});

function link(target: string): MemoryFile {
  return { content: target, mode: 'link' };
}

function load(files: Files) {
  return loadTree(new MemorySnapshot(files), (entry) => entry.path.endsWith('.tf'), LIMITS);
}

async function problemsOf(files: Files): Promise<readonly string[]> {
  const loaded = await load(files);
  return [...loaded.problems, ...loaded.files.problems()].map(short);
}

function short(problem: Problem): string {
  return `${problem.code} ${problem.effect} ${problem.location?.path ?? ''}`;
}
