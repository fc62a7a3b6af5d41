/** Recorded inputs: what was read can be read again, and nothing in the file is believed. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../config/user-error.ts';
import type { RecordedInputs } from '../model/inputs.ts';
import { checkPolicyFiles } from './check-policy-files.ts';
import { hashBlob } from './hash-blob.ts';
import { InputsSnapshot } from './inputs-snapshot.ts';
import { loadTree } from './load-tree.ts';
import { type MemoryFile, MemorySnapshot } from './memory-snapshot.ts';
import { policyFromSnapshot } from './policy-from-snapshot.ts';
import { readInputs } from './read-inputs.ts';
import { RecordingSnapshot } from './recording-snapshot.ts';

const RUNNING = { engine: '1.0.0', rulePack: 'abc' };
const LIMITS = { fileBytes: 1000, treeBytes: 10_000 };

describe('recorded inputs', () => {
  it('replay what was read, with marks and binary content, and hold nothing else', async () => {
    const inputs = await record();
    expect(Object.keys(inputs.after.blobs)).toHaveLength(3);
    const read = readInputs(JSON.stringify(inputs), RUNNING);
    expect(read).toEqual(inputs);
    const { files } = await loadTree(new InputsSnapshot(read.after), isTf, LIMITS);
    const reader = files.createReader();
    expect(reader.read('a.tf')).toMatchObject({ text: 'x = 1' });
    expect(reader.read('link.tf')).toMatchObject({ text: 'x = 1' });
    expect(files.problems()).toMatchObject([{ code: 'unsupported-encoding', location: { path: 'b.tf' } }]);
  });

  it('do not let forged content pass for the blob its id names', async () => {
    const inputs = await record();
    const forged = JSON.parse(JSON.stringify(inputs).replace('x = 1', 'x = 2')) as RecordedInputs;
    const { files } = await loadTree(new InputsSnapshot(forged.after), isTf, LIMITS);
    expect(files.createReader().read('a.tf')).toEqual({ status: 'rejected' });
    expect(files.problems()[0]).toMatchObject({ code: 'unreadable-file', location: { path: 'a.tf' } });
  });

  it('do not let a left out blob look like an absent file', async () => {
    const inputs = await record();
    const { files } = await loadTree(
      new InputsSnapshot({ ...inputs.after, blobs: {} }),
      (entry) => entry.path === 'a.tf',
      LIMITS,
    );
    expect(files.problems()).toMatchObject([{ code: 'unreadable-file', location: { path: 'a.tf' } }]);
  });

  it.each([
    ['{', 'The recorded inputs are not JSON.'],
    ['[]', 'The recorded inputs are malformed: the file: '],
    ['{"schema":"x"}', 'The recorded inputs are malformed: schema: '],
  ])('refuse %s', (text, message) => {
    expect(() => readInputs(text, RUNNING)).toThrow(UserError);
    expect(() => readInputs(text, RUNNING)).toThrow(message);
  });

  it('refuse another engine, another rule pack and unknown keys', async () => {
    const text = JSON.stringify(await record());
    expect(() => readInputs(text, { ...RUNNING, engine: '2.0.0' })).toThrow(
      'recorded with engine "1.0.0"; this is "2.0.0"',
    );
    expect(() => readInputs(text, { ...RUNNING, rulePack: 'x' })).toThrow('recorded with rule pack "abc"');
    expect(() => readInputs(text.replace('"asOf"', '"extra":1,"asOf"'), RUNNING)).toThrow('Unrecognized key: "extra"');
    expect(() => readInputs(text.replace('"mode":"file"', '"mode":"pipe"'), RUNNING)).toThrow('after.entries.0.mode');
  });
});

describe('policyFromSnapshot', () => {
  it('reads the two files of a role with their blob ids', async () => {
    const files = {
      '.github/threatdiff.yml': 'version: 1',
      'threatdiff.yml': 'x',
      'threatdiff-waivers.yml': '\uFEFFwaivers: []',
    };
    expect(await policyFromSnapshot(new MemorySnapshot(files), 'repository')).toEqual({
      policy: { file: '.github/threatdiff.yml', id: hashBlob(Buffer.from('version: 1')), text: 'version: 1' },
    });
    expect(await policyFromSnapshot(new MemorySnapshot(files), 'organisation')).toMatchObject({
      policy: { file: 'threatdiff.yml', text: 'x' },
      waivers: { file: 'threatdiff-waivers.yml', text: 'waivers: []' },
    });
    expect(await policyFromSnapshot(new MemorySnapshot({}), 'repository')).toEqual({});
  });

  it('never takes a file it cannot read for an absent one', async () => {
    for (const file of [
      { content: 'other.yml', mode: 'link' },
      { content: '', mode: 'gitlink' },
      { content: Buffer.from([0xff]) },
    ] as const) {
      const { policy } = await policyFromSnapshot(new MemorySnapshot({ '.github/threatdiff.yml': file }), 'repository');
      expect(policy?.text).toBe('\u0001');
    }
  });
});

describe('checkPolicyFiles', () => {
  const PATH = '.github/threatdiff.yml';
  const check = (file: string | MemoryFile, changed = [PATH]) =>
    checkPolicyFiles(new MemorySnapshot({ [PATH]: file }), new Set(changed));

  it('looks at changed files only, and takes valid ones', async () => {
    expect(await check('version: 1')).toEqual([]);
    expect(await check('version: 2', ['main.tf'])).toEqual([]);
    expect(await check('version: 2')).toMatchObject([{ code: 'policy-invalid', effect: 'not-evaluated' }]);
  });

  it('takes no file for valid that nobody could read', async () => {
    const huge = `version: 1 #${'x'.repeat(5_000_000)}`;
    const files = [
      huge,
      { content: 'x', mode: 'link' },
      { content: Buffer.from('version: 1 # \xff', 'latin1') },
    ] as const;
    for (const file of files) expect((await check(file)).length).toBeGreaterThan(0);
  });
});

function isTf(entry: { readonly path: string }): boolean {
  return entry.path.endsWith('.tf');
}

async function record(): Promise<RecordedInputs> {
  const source = new MemorySnapshot({
    'a.tf': '\uFEFFx = 1',
    'b.tf': { content: Buffer.from([0xff, 0xfe, 0x61]) },
    'link.tf': { content: 'a.tf', mode: 'link' },
    'secret.txt': 'never read',
  });
  const recording = new RecordingSnapshot(source);
  await loadTree(recording, isTf, LIMITS);
  return {
    schema: 'https://threatdiff.dev/schemas/inputs/1',
    ...RUNNING,
    asOf: '2026-11-21',
    before: [],
    after: await recording.recorded(),
    policy: { repository: { policy: { file: 'f', id: 'i', text: 't' } } },
  };
}
