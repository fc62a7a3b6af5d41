/** What commands read and write besides the trees: policy folders, results, source lines. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleChange, exampleFinding, exampleReport } from '../../test/reports/example-report.ts';
import { lookUpRule } from '../rule-engine/look-up-rule.ts';
import { MemorySnapshot } from '../source/memory-snapshot.ts';
import { loadExcerpts } from '../source/load-excerpts.ts';
import { loadSources } from './load-sources.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-files-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

describe('loadSources', () => {
  const load = (options: Readonly<Record<string, string>>) =>
    loadSources({ options: new Map(Object.entries(options)), positionals: [] }, { directory: scratch }, undefined);

  it('reads the files of named folders, and what the command line says', async () => {
    mkdirSync(join(scratch, 'policy'));
    writeFileSync(join(scratch, 'policy', 'threatdiff.yml'), 'version: 1\n');
    const files = {
      policy: { file: 'threatdiff.yml', id: 'b82551848c644f63b8517a7bdf8be9a992e6f4da', text: 'version: 1\n' },
    };
    expect(await load({})).toEqual({});
    expect(await load({ policy: 'policy' })).toEqual({ repository: files });
    expect(await load({ 'organisation-policy': 'policy', 'fail-on': 'low' })).toEqual({
      organisation: files,
      commandLine: { failOn: 'low' },
    });
  });

  it('refuses folders without policy, rather than to judge without', async () => {
    mkdirSync(join(scratch, 'empty'));
    await expect(load({ policy: 'empty' })).rejects.toThrow('There is no policy in "empty".');
    await expect(load({ policy: 'nowhere' })).rejects.toThrow('There is no folder');
  });

  it('follows no link', async () => {
    mkdirSync(join(scratch, 'linked'));
    symlinkSync('/etc/hostname', join(scratch, 'linked', 'threatdiff.yml'));
    expect((await load({ policy: 'linked' })).repository?.policy?.text).toBe('\u0001');
  });
});

describe('writeFileAtomically', () => {
  it('writes or replaces the whole file, and leaves nothing else behind', async () => {
    mkdirSync(join(scratch, 'out'));
    await writeFileAtomically(scratch, 'out/report.json', 'one');
    await writeFileAtomically(scratch, 'out/report.json', 'two');
    expect(readFileSync(join(scratch, 'out/report.json'), 'utf8')).toBe('two');
    expect(readdirSync(join(scratch, 'out'))).toEqual(['report.json']);
  });

  it('says what is wrong where it cannot', async () => {
    await expect(writeFileAtomically(scratch, 'missing/report.json', 'x')).rejects.toThrow(
      '"missing/report.json" cannot be written (ENOENT).',
    );
    mkdirSync(join(scratch, 'taken'));
    await expect(writeFileAtomically(scratch, 'taken', 'x')).rejects.toThrow('"taken" cannot be written');
    expect(readdirSync(scratch).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('loadExcerpts', () => {
  it('gives the line of each blocking finding, on its side', async () => {
    const path = exampleFinding.anchor.path;
    const after = new MemorySnapshot({ [path]: 'one\r\ntwo\r\nthree\r\nfour', other: 'x' });
    const excerpt = await loadExcerpts(exampleReport, { before: [new MemorySnapshot({})], after });
    expect(excerpt(exampleFinding.anchor)).toBe('three');
    expect(excerpt({ ...exampleFinding.anchor, side: 'before' })).toBeUndefined();
    expect(excerpt({ ...exampleFinding.anchor, path: 'other' })).toBeUndefined();
    const range = { ...exampleFinding.anchor.range, startLine: 9 };
    expect(excerpt({ ...exampleFinding.anchor, range })).toBeUndefined();
  });

  it('reads removed things from the side before', async () => {
    const anchor = { ...exampleFinding.anchor, side: 'before' as const };
    const { after, ...rest } = { ...exampleChange, before: { ...exampleFinding, anchor } };
    expect(after).toBeDefined();
    const before = [new MemorySnapshot({}), new MemorySnapshot({ [anchor.path]: 'a\nb\nc' })];
    const excerpt = await loadExcerpts(
      { ...exampleReport, changes: [rest] },
      { before, after: new MemorySnapshot({}) },
    );
    expect(excerpt(anchor)).toBe('c');
  });
});

describe('lookUpRule', () => {
  it('knows nothing of rules that are not there', () => {
    expect(lookUpRule([])('aws-sqs-queue-not-encrypted', 'a.tf')).toBeUndefined();
  });
});
