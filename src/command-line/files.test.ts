/** What commands read and write besides the trees: policy folders, results, source lines. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleChange, exampleFinding, exampleReport } from '../../test/reports/example-report.ts';
import { MemorySnapshot } from '../source/memory-snapshot.ts';
import { loadExcerpts } from './load-excerpts.ts';
import { lookUpRule } from './look-up-rule.ts';
import { readPolicyDirectory } from './read-policy-directory.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-files-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

describe('readPolicyDirectory', () => {
  it('reads what is there, by name, with git blob ids', async () => {
    mkdirSync(join(scratch, 'policy'));
    writeFileSync(join(scratch, 'policy', 'threatdiff.yml'), 'version: 1\n');
    expect(await readPolicyDirectory(scratch, 'policy')).toEqual({
      policy: { file: 'threatdiff.yml', id: 'b82551848c644f63b8517a7bdf8be9a992e6f4da', text: 'version: 1\n' },
    });
  });

  it('refuses folders that do not exist and files that are links', async () => {
    await expect(readPolicyDirectory(scratch, 'nowhere')).rejects.toThrow('There is no folder "nowhere".');
    mkdirSync(join(scratch, 'linked'));
    symlinkSync('/etc/hostname', join(scratch, 'linked', 'threatdiff.yml'));
    await expect(readPolicyDirectory(scratch, 'linked')).rejects.toThrow('"threatdiff.yml" cannot be read.');
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
